// Builds what a page of the tests runs of a framework.

import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type PluginOption } from 'vite';
import solid from 'vite-plugin-solid';

/** How a framework is built. */
export interface Building {
  readonly development?: true;
  readonly plugins?: () => PluginOption[];
  readonly alias?: Readonly<Record<string, string>>;
}

export const VUE: Building = { alias: { vue: 'vue/dist/vue.esm-bundler.js' } };
export const SVELTE: Building = { plugins: () => [svelte({ configFile: false })] };
export const SOLID: Building = { plugins: () => [solid()] };

/** The path of a file in this folder. */
export const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** A module, and all it imports, as one script. */
export async function bundle(source: string, { development, plugins, alias }: Building): Promise<string> {
  const id = pathOf('frameworks.virtual.js');
  const mode = development ? 'development' : 'production';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode,
    define: {
      'process.env.NODE_ENV': JSON.stringify(mode),
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    // Told here, for Vite would ask NODE_ENV, which the test runner sets.
    oxc: { jsx: { development: development === true } },
    resolve: { alias: { ...alias }, conditions: ['module', 'browser', mode] },
    plugins: [
      {
        name: 'frameworks',
        resolveId: (asked) => (asked === id ? id : null),
        load: (asked) => (asked === id ? source : null),
      },
      ...(plugins?.() ?? []),
    ],
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: id, formats: ['iife'], name: 'framework' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output[0].code;
}
