import { drawingStyle } from '../svg/style.ts';

/** The style of a page: light and dark, phone and desktop, screen and paper. Nothing is loaded for it. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1f2328;--muted:#57606a;--paper:#ffffff;--card:#f6f8fa;--line:#d0d7de;--error:#b42318;--warning:#8a5300;--info:#0b5394}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--muted:#9da7b3;--paper:#0d1117;--card:#161b22;--line:#30363d;--error:#ff8a80;--warning:#e3b341;--info:#79c0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.1rem;color:var(--muted);font-weight:600;margin:.5rem 0 1.5rem}
h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .75rem;overflow-wrap:anywhere}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
p,li,td{overflow-wrap:anywhere}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
h2 code{font-size:1em}
section+section{border-top:1px solid var(--line)}
figure{margin:1rem 0;overflow-x:auto;border:1px solid var(--line);border-radius:8px}
figure svg{display:block;width:100%;min-width:34rem;height:auto}
table{width:100%;border-collapse:collapse;margin:.75rem 0;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
th{background:var(--card);font-weight:600}
td:first-child{min-width:11.5rem}
td[data-label="At"]{min-width:13.5rem}
ul{padding-left:1.25rem}
li{margin:.4rem 0}
.severity{font-weight:700}
.error{color:var(--error)}
.warning{color:var(--warning)}
.info{color:var(--info)}
em{color:var(--muted)}
@media (max-width:44rem){table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{border-bottom:1px solid var(--line);padding:.4rem 0}td{border:0;padding:.15rem 0}td:before{content:attr(data-label);display:block;color:var(--muted);font-size:.8125rem}td:empty{display:none}}
@media print{main{max-width:none;padding:0}h2,h3{break-after:avoid}tr,li,figure{break-inside:avoid}figure{overflow:visible}figure svg{min-width:0}}
${drawingStyle}`;
