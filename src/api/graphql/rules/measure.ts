import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A way to weigh a selection: what one field weighs, and what weights side by side come to. Nothing weighs 0. */
export type Measure = {
  readonly field: (field: FieldNode, inside: () => number) => number;
  readonly join: (one: number, other: number) => number;
};

/**
 * Weighs what an operation selects, every fragment counted wherever it is spread.
 *
 * A fragment is weighed once, so the cost is linear in the document even where the weight is exponential in it.
 * A fragment that spreads itself weighs nothing inside itself: another rule refuses it.
 */
export function measure(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { field, join }: Measure,
): number {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet]] : [],
    ),
  );
  const weights = new Map<string, number>();

  const weighSet = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((weight, selection) => join(weight, weigh(selection)), 0);

  const weigh = (selection: SelectionNode): number => {
    switch (selection.kind) {
      case Kind.FIELD:
        return field(selection, () => weighSet(selection.selectionSet));
      case Kind.INLINE_FRAGMENT:
        return weighSet(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return weighFragment(selection.name.value);
    }
  };

  const weighFragment = (name: string): number => {
    const known = weights.get(name);
    if (known !== undefined) return known;
    weights.set(name, 0);
    const weight = weighSet(fragments.get(name));
    weights.set(name, weight);
    return weight;
  };

  return weighSet(operation.selectionSet);
}

export const sum = (one: number, other: number): number => one + other;
