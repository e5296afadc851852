// The browser's extension interface, one promise-based shape in Chromium and Firefox. The only importer of webextension-polyfill.
export { default as browser, type Runtime, type Tabs } from 'webextension-polyfill';
