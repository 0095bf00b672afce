import '../scripts/build.ts';
import { measureAuthoring } from './authoring.ts';
import budgets from './budgets.json' with { type: 'json' };
import { measureBundles } from './bundles.ts';
import { measureCore } from './core.ts';
import { measureLoad } from './load.ts';

/** `npm run bench`: prints medians, and for what has a budget how much of it is used. */
const measured = { ...measureCore(), ...measureAuthoring(), ...measureBundles(), ...(await measureLoad()) };
const budgetOf: Readonly<Record<string, number>> = budgets;

console.log(`Node ${process.version}, ${process.arch}`);
for (const [name, value] of Object.entries(measured)) {
  const budget = budgetOf[name];
  const used = budget === undefined ? '' : `  ${Math.round((100 * value) / budget)} % of ${budget}`;
  console.log(`${name.padEnd(36)}${value.toFixed(value < 100 ? 1 : 0).padStart(9)}${used}`);
}
const unknown = Object.keys(budgets).filter((name) => !(name in measured));
if (unknown.length > 0) throw new Error(`There is no measurement for ${unknown.join(', ')}`);
