// Builds a page's script from this folder, with what it takes from npm, once in a run.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const built = new Map<string, Promise<string>>();

/** The script of a file in this folder as one `<script>`, with the styles it imports. */
export function scriptOf(file: string): Promise<string> {
  let script = built.get(file);
  if (script === undefined) built.set(file, (script = bundle(file)));
  return script;
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: {
        entry: fileURLToPath(new URL(file, import.meta.url)),
        formats: ['iife'],
        name: 'built',
        cssFileName: 'style',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output
    .map((part) =>
      part.type === 'chunk'
        ? `<script>${part.code.replaceAll('</script', '<\\/script')}</script>`
        : `<style>${String(part.source)}</style>`,
    )
    .join('');
}
