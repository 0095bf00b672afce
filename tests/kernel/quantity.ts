const powers: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/**
 * The bytes that a quantity of memory names, such as `64Mi`, `1.5G` or `1024`; undefined for what is none or absent.
 *
 * @see kubernetes apimachinery pkg/api/resource/quantity.go; the suffixes beyond tera, `m` and exponents do not occur here
 */
export const bytesOf = (quantity: unknown): number | undefined => {
  const [, amount, suffix = ''] = /^([0-9.]+)([A-Za-z]*)$/.exec(String(quantity ?? '')) ?? [];
  const power = powers[suffix];
  return amount === undefined || power === undefined ? undefined : Math.ceil(Number(amount) * power);
};
