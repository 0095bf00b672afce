/**
 * Processor time, measured so that a bound means the same on a machine that is busy or slow: in plain JavaScript, because
 * bundles are measured in a process of their own, which loads nothing else.
 */

/** Work of the kind that reading and analysing is made of. */
function work() {
  const map = new Map();
  for (let i = 0; i < 10_000; i++) map.set(`key-${i}`, { i, name: `value ${i % 97}` });
  const text = JSON.stringify([...map]);
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return JSON.parse(text).length + sum;
}

/** Milliseconds that `work` takes on the machine the bounds were set on. */
const reference = 14;

function milliseconds(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How many times slower this machine is at the moment; never less than 1. */
function slowness() {
  const start = process.cpuUsage();
  work();
  work();
  return Math.max(1, milliseconds(start) / (2 * reference));
}

// So that compiling is not taken for a slow machine.
for (let i = 0; i < 5; i++) work();

module.exports.startCpuTimer = () => {
  const before = slowness();
  const start = process.cpuUsage();
  return () => {
    const spent = milliseconds(start);
    return spent / Math.max(before, slowness());
  };
};
