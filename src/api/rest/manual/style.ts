/** The look of the page: one column, light or dark as the reader has it, wide things scroll by themselves. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --line: #d8dee4; --back: #ffffff; --raised: #f6f8fa;
  --link: #0757ba; --get: #0a6b3d; --post: #0757ba; --other: #6f42a5; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #9aa5b1; --line: #343b44; --back: #14171b;
  --raised: #1e2329; --link: #7db4ff; --get: #56c98d; --post: #7db4ff; --other: #c8a6f5; --bad: #ff9a92; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--back); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
header, nav, main { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 1rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); font-size: 1.4rem; }
h3 { margin: 0 0 .4rem; font-size: 1.1rem; }
h4 { margin: 1.2rem 0 .4rem; font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
p { margin: .4rem 0; max-width: 46rem; }
a { color: var(--link); }
code, pre { font: .875em/1.5 ui-monospace, monospace; }
pre { margin: .6rem 0; padding: .75rem 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--raised); font-size: .875rem; }
pre code { font-size: inherit; }
nav ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .1rem 1rem; margin: 0; padding: 0;
  list-style: none; }
nav li a { display: block; padding: .3rem 0; text-decoration: none; }
nav li a:hover code { text-decoration: underline; }
section { margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: 8px; }
section:target { border-color: var(--link); }
.method { display: inline-block; min-width: 3.6em; font: 700 .8em ui-monospace, monospace; color: var(--other); }
.get { color: var(--get); } .post { color: var(--post); }
.summary { font-weight: 600; }
.type { color: var(--soft); } .type, .type code { font-size: .875rem; }
dl { margin: 0; }
dt { margin-top: .5rem; } dt i, small { color: var(--soft); font-size: .8125rem; }
dd { margin: 0 0 0 1rem; }
ul.replies { margin: 0; padding: 0; list-style: none; }
ul.replies > li { padding: .3rem 0; }
ul.replies > li.failure { display: inline-block; margin-right: 1.2rem; }
.content { margin-left: 1rem; }
.status { color: var(--soft); } .s2 { color: var(--get); } .s4, .s5 { color: var(--bad); }
details { margin: .2rem 0; } summary { cursor: pointer; padding: .15rem 0; }
footer { max-width: 62rem; margin: 3rem auto; padding: 0 1rem; color: var(--soft); }
@media (max-width: 40rem) { section { padding: .75rem; } .content, dd { margin-left: .5rem; } h1 { font-size: 1.6rem; } }
`;
