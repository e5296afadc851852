// Where a text stops being JSON. Browsers tell it in different words, or not at all. Pure.

/** Whitespace, then a token; in texts no raw control characters. */
const TOKEN =
  /[\t\n\r ]*([{}[\],:]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b)/y;

/** What may come next: a value, a value or the end of a list, a key, a key or the end of an object, a colon, what follows a value. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after';

/** The line and column, each from 1, of the first place at which a text can no longer be JSON; null where it is JSON. */
export function brokenAt(text: string): { readonly line: number; readonly column: number } | null {
  const open: ('{' | '[')[] = [];
  let expected = 'value' as Expected;
  let at = 0;
  const close = (bracket: '{' | '['): boolean => {
    if (open.pop() !== bracket) return false;
    expected = 'after';
    return true;
  };
  /** Takes a token where it may stand. */
  const takes = (token: string): boolean => {
    switch (token) {
      case '}':
        return (expected === 'first-key' || expected === 'after') && close('{');
      case ']':
        return (expected === 'first-value' || expected === 'after') && close('[');
      case ',':
        if (expected !== 'after' || open.length === 0) return false;
        expected = open.at(-1) === '{' ? 'key' : 'value';
        return true;
      case ':':
        if (expected !== 'colon') return false;
        expected = 'value';
        return true;
    }
    if (expected === 'key' || expected === 'first-key') {
      expected = 'colon';
      return token.startsWith('"');
    }
    if (expected !== 'value' && expected !== 'first-value') return false;
    if (token === '{' || token === '[') {
      open.push(token);
      expected = token === '{' ? 'first-key' : 'first-value';
    } else expected = 'after';
    return true;
  };
  for (;;) {
    TOKEN.lastIndex = at;
    const [all = '', token] = TOKEN.exec(text) ?? [];
    if (token === undefined || !takes(token)) break;
    at += all.length;
  }
  const rest = text.slice(at).match(/^[\t\n\r ]*/)?.[0].length ?? 0;
  const end = at + rest;
  if (end === text.length && expected === 'after' && open.length === 0) return null;
  const lines = text.slice(0, end).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
