import type { OpenapiDocument } from '../openapi/document.ts';
import { type Html, html, withCode } from './html.ts';
import { type Listed, renderAnswer, renderMethod, renderOperation } from './operation.ts';
import { renderSchema } from './schema.ts';
import { style } from './style.ts';

/**
 * Prints `/docs`: the OpenAPI document as one page of HTML, without scripts and without anything from elsewhere, so that it
 * works under the policy every reply has (`default-src 'none'`) and offline. Links in it are relative to the page.
 */
export const buildPage = (document: OpenapiDocument): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${document.info.summary}">
<title>podshare: API reference</title>
<style>${{ html: style }}</style>
</head>
<body>
${renderHead(document)}
<main>
${listByTag(document).map(renderTag)}
<h2 id="failures">Failures</h2>
${Object.entries(document.components.responses).map(
  ([name, reply]) => html`<section id="reply-${name}"><h3>${name}</h3>${renderAnswer(reply)}</section>`,
)}
<h2 id="schemas">Shapes</h2>
${Object.entries(document.components.schemas).map(([name, schema]) => renderSchema(name, schema))}
</main>
<footer>podshare ${document.info.version}. Generated from the OpenAPI document.</footer>
</body>
</html>
`.html;

const renderHead = (document: OpenapiDocument): Html => html`
<header>
<h1>podshare</h1>
<p class="summary">${document.info.summary}</p>
${document.info.description.split('\n\n').map((paragraph) => html`<p>${withCode(paragraph)}</p>`)}
<p>For programs: <a href="openapi.json">openapi.json</a>, <a href="openapi/actions.json">openapi/actions.json</a>,
<a href="llms.txt">llms.txt</a>, <a href="llms-full.txt">llms-full.txt</a>.</p>
</header>
<nav>
${listByTag(document).map(({ tag, operations }) => html`<h4>${tag}</h4><ul>${operations.map(renderLink)}</ul>`)}
<p><a href="#failures">Failures</a>, <a href="#schemas">shapes of what is sent and answered</a></p>
</nav>`;

const renderLink = ({ method, path, operation: { operationId } }: Listed): Html =>
  html`<li><a href="#${operationId}">${renderMethod(method)} <code>${path}</code></a></li>`;

const renderTag = ({ tag, description, operations }: Tagged): Html => html`
<h2>${tag}</h2>
<p>${description}</p>
${operations.map(renderOperation)}`;

type Tagged = { readonly tag: string; readonly description: string; readonly operations: readonly Listed[] };

function listByTag({ tags, paths }: OpenapiDocument): readonly Tagged[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return tags.map(({ name, description }) => ({
    tag: name,
    description,
    operations: all.filter(({ operation }) => operation.tags.includes(name)),
  }));
}
