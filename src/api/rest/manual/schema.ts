import type { Schema } from '../openapi/parts.ts';
import { type Html, html, join, nothing, withCode } from './html.ts';

/** Says what a value may be, with a link to each schema that has a name: `string`, `Pod[]`, `"a" | "b"`. */
export function renderType(schema: Schema): Html {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.enum) return join(schema.enum.map(renderWord), ' | ');
  if (schema.const !== undefined) return renderWord(schema.const);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return join(choices.map(renderAny), ' | ');
  if (schema.allOf) return join(schema.allOf.map(renderAny), ' & ');
  if (schema.items !== undefined && !Array.isArray(schema.items)) return html`${renderAny(schema.items)}[]`;
  return html`${[schema.type ?? 'any'].flat().join(' | ')}`;
}

/** The bounds of a value, in words. */
export function listBounds(schema: Schema): string {
  const { minLength, maxLength, pattern, minimum, maxItems, format } = schema;
  return [
    format,
    pattern !== undefined && `matches ${pattern}`,
    minLength !== undefined && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength.toLocaleString('en')} characters`,
    maxItems !== undefined && `at most ${maxItems.toLocaleString('en')} entries`,
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER && `${minimum} or more`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A schema that has a name: what it is, and its members. */
export const renderSchema = (name: string, schema: Schema): Html => html`
<section class="schema" id="schema-${name}">
<h3>${name}</h3>
<p>${withCode(schema.description ?? '')}</p>
${renderMembers(schema)}
</section>`;

function renderMembers(schema: Schema): Html {
  if (!schema.properties) return html`<p><code>${renderType(schema)}</code></p>`;
  const members = Object.entries(schema.properties);
  return html`<dl>${members.map(([name, member]) => renderMember(name, member, schema.required ?? []))}</dl>`;
}

function renderMember(name: string, member: Schema | boolean, required: readonly string[]): Html {
  if (typeof member === 'boolean') return html`<dt><code>${name}</code></dt><dd></dd>`;
  const bounds = listBounds(member);
  return html`
<dt><code>${name}</code> <span class="type">${renderType(member)}</span>${required.includes(name) ? nothing : html` <i>optional</i>`}</dt>
<dd>${withCode(member.description ?? '')}${bounds ? html` <small>${bounds}</small>` : nothing}</dd>`;
}

const renderAny = (schema: Schema | boolean): Html =>
  typeof schema === 'boolean' ? html`any` : renderType(schema);

const renderWord = (word: unknown): Html => html`<code>${JSON.stringify(word)}</code>`;
