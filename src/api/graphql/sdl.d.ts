/** A schema as text: the bundler puts the file's content in. */
declare module '*.graphql' {
  const sdl: string;

  // biome-ignore lint/style/noDefaultExport: that is how the bundler hands a text over
  export { sdl as default };
}
