// Makes a fresh clone ready and runs one of the tools: node tools/setup.mjs [--browsers chromium,firefox] TOOL [ARGUMENT...]
//
// Plain JavaScript for Node.js 20, because it runs before anything is installed. It installs the packages of the lockfile (among them the newer Node.js
// that the build needs), finds the browsers or installs them from Debian's packages, then runs the tool with that Node.js.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.bedside-installed');

/** The lowest versions the extension runs in; the manifest names the same. */
const LOWEST = 140;

const BROWSERS = {
  chromium: {
    variable: 'CHROME_PATH',
    package: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    package: 'firefox-esr',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installPackages() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    fail(`Node.js ${process.versions.node} is too old: install version 20 or later, then run this again.`);
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!installed) {
    console.log('Installing packages...');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    if (run(npm, ['ci', ...quiet], { shell: process.platform === 'win32' }) !== 0)
      fail('The packages could not be installed. npm says why above; it needs the npm registry.');
    writeFileSync(stamp, wanted);
  }
  const node = join(bin, 'node');
  const { status } = spawnSync(node, ['--version']);
  if (status !== 0) fail(`${node} does not run. Delete the folder node_modules and run this again.`);
  return node;
}

function find({ variable, commands, places }) {
  const named = process.env[variable];
  if (named)
    return isProgram(named)
      ? named
      : fail(`${variable} names ${named}, and that is no program that can be run.`);
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...commands.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return candidates.find(isProgram);
}

function installFromDebian(packages) {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  if (!isProgram('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(' and ')} from Debian's packages...`);
  return (
    apt('update', '-q') === 0 &&
    apt('install', '-qq', '-y', '--no-install-recommends', ...packages, 'fonts-dejavu-core') === 0
  );
}

function findBrowsers(kinds) {
  const missing = kinds.filter((kind) => !find(BROWSERS[kind]));
  if (missing.length > 0) {
    const packages = missing.map((kind) => BROWSERS[kind].package);
    if (!installFromDebian(packages) || missing.some((kind) => !find(BROWSERS[kind]))) {
      const what = missing
        .map((kind) => `${kind} (or set ${BROWSERS[kind].variable} to its program)`)
        .join(' and ');
      fail(
        `Missing: ${what}.\nInstall it, version ${LOWEST} or later; on Debian: apt-get install ${packages.join(' ')}.`,
      );
    }
  }
  for (const kind of kinds) {
    const path = find(BROWSERS[kind]);
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    const version = Number(/(\d+)\./.exec(stdout ?? '')?.[1]);
    if (version < LOWEST)
      fail(
        `${path} is version ${version}; ${LOWEST} or later is needed. ${BROWSERS[kind].variable} can point at another.`,
      );
    process.env[BROWSERS[kind].variable] = path;
  }
}

const args = process.argv.slice(2);
const listed = args[0] === '--browsers' ? args.splice(0, 2)[1].split(',') : [];
// A tool that can use either browser is told which by its own --browser.
const asked = args[args.indexOf('--browser') + 1];
const kinds = asked in BROWSERS ? [asked] : listed;
const node = installPackages();
findBrowsers(kinds);
process.env.PATH = `${bin}${delimiter}${process.env.PATH}`;
process.exit(run(node, args, { cwd: process.cwd() }));
