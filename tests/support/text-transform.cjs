/** What the bundler does with files of text (scripts/build.ts), for Jest. */
module.exports = { process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }) };
