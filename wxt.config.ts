// How the extension is built for each browser. The manifest's reasons are in docs/ARCHITECTURE.md.
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { CONTENT_SCRIPTS } from './src/glossary/delivery.ts';
import { glossaryEdition, glossaryFiles } from './tools/glossary-build.ts';

/** Extension pages may use the extension's own files and nothing else. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({
    plugins: [preact()],
    define: { 'import.meta.env.BEDSIDE_EDITION': JSON.stringify(glossaryEdition()) },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push(...glossaryFiles());
    },
  },
  manifest: ({ browser, command, manifestVersion }) => ({
    default_locale: 'en',
    name: '__MSG_manifest_name__',
    short_name: '__MSG_manifest_shortName__',
    description: '__MSG_manifest_description__',
    // WXT would take it from the popup's <title>; but browsers put no messages into HTML, so the popup sets its title itself.
    [manifestVersion === 3 ? 'action' : 'browser_action']: { default_title: '__MSG_manifest_shortName__' },
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus', 'alarms'],
    // The scripts are listed here, not as a WXT content script: WXT's wrapper dispatches an event that a page could hear.
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: [...CONTENT_SCRIPTS],
        run_at: 'document_idle',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    commands: {
      // Chromium keeps N and P with Alt and Shift for groups of tabs: an extension that suggests them gets none.
      'next-mark': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_manifest_nextMark__',
      },
      'previous-mark': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_manifest_previousMark__',
      },
      // The browser's own: it opens the popup with the list of the page's words.
      [manifestVersion === 3 ? '_execute_action' : '_execute_browser_action']: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_manifest_list__',
      },
    },
    // In dev mode WXT's own policy stands: the pages load from its server.
    ...(command === 'build' && {
      content_security_policy: manifestVersion === 3 ? { extension_pages: POLICY } : POLICY,
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '140' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'bedside@bedside.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
