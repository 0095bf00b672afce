/** Files as text: the bundler puts their content in. */
declare module '*.graphql' {
  const text: string;

  // biome-ignore lint/style/noDefaultExport: that is how the bundler hands a text over
  export { text as default };
}

declare module '*.html' {
  const text: string;

  // biome-ignore lint/style/noDefaultExport: that is how the bundler hands a text over
  export { text as default };
}

declare module '*.txt' {
  const text: string;

  // biome-ignore lint/style/noDefaultExport: that is how the bundler hands a text over
  export { text as default };
}
