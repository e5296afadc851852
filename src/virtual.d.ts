// Modules that exist only in the build.
declare module 'virtual:glossary-index' {
  /** The packed index of forms, as base64. */
  const base64: string;
  export default base64;
}
