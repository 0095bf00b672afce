import type { Described } from '../openapi/document.ts';
import {
  type Content,
  everyReply,
  type Media,
  type Parameter,
  type Reference,
  type Reply,
} from '../openapi/parts.ts';
import { commands } from './commands.ts';
import { type Html, html, nothing, withCode } from './html.ts';
import { listBounds, renderType } from './schema.ts';

/** An operation of the document and where it stands in it. */
export type Listed = {
  readonly method: string;
  readonly path: string;
  readonly operation: Described;
};

/** One operation, with the command that tries it if it is a route. */
export function renderOperation({ method, path, operation }: Listed): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const command = Object.entries(commands).find(([key]) => key === `${method} ${path}`)?.[1];
  return html`
<section id="${operationId}">
<h3>${renderMethod(method)} <code>${path}</code></h3>
<p class="summary">${summary}.</p>
<p>${withCode(description)}</p>
${command === undefined ? nothing : html`<pre><code>${command}</code></pre>`}
${parameters.length === 0 ? nothing : html`<h4>Parameters</h4><dl>${parameters.map(renderParameter)}</dl>`}
${requestBody ? html`<h4>Body</h4>${renderContent(requestBody.content)}` : nothing}
<h4>Replies</h4>
<ul class="replies">${Object.entries(responses).map(renderReply)}</ul>
</section>`;
}

export const renderMethod = (method: string): Html =>
  html`<span class="method ${method.toLowerCase()}">${method}</span>`;

function renderParameter({ name, in: place, required, description, schema }: Parameter): Html {
  const bounds = listBounds(schema);
  return html`
<dt><code>${name}</code> <span class="type">${renderType(schema)}</span> <i>${required ? 'required, ' : ''}in ${place}</i></dt>
<dd>${withCode(description ?? schema.description ?? '')}${bounds ? html` <small>${bounds}</small>` : nothing}</dd>`;
}

function renderReply([status, reply]: readonly [string, Reply | Reference]): Html {
  if ('$ref' in reply) {
    const name = reply.$ref.split('/').at(-1) ?? '';
    return html`<li class="failure">${renderStatus(status)} <a href="#reply-${name}">${name}</a></li>`;
  }
  return html`<li>${renderStatus(status)} ${renderAnswer(reply)}</li>`;
}

const renderStatus = (status: string): Html => html`<b class="status s${status.charAt(0)}">${status}</b>`;

/** What a reply means, holds, and has of headers beside those of every reply. */
export function renderAnswer({ description, headers, content }: Reply): Html {
  const own = Object.keys(headers).filter((name) => !everyReply.includes(name));
  return html`${withCode(description)}${own.length > 0 ? html` <small>${own.join(', ')}</small>` : nothing}
${content ? renderContent(content) : nothing}`;
}

const renderContent = (content: Content): Html =>
  html`<div class="content">${Object.entries(content).map(([type, media]) => renderMedia(type, media))}</div>`;

function renderMedia(type: string, { schema, examples = {} }: Media): Html {
  const shown = Object.values(examples).map(
    ({ summary, value }) =>
      html`<details><summary>${summary}</summary><pre><code>${shorten(printExample(value))}</code></pre></details>`,
  );
  return html`<p><code>${type}</code> <span class="type">${renderType(schema)}</span></p>${shown}`;
}

const printExample = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2);

function shorten(text: string): string {
  const lines = text.split('\n');
  return lines.length <= mostLines ? text : `${lines.slice(0, mostLines).join('\n')}\n…`;
}

const mostLines = 80;
