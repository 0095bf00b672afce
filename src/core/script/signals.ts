import type { Container } from '../../model/pod.ts';
import { listCommands } from './commands.ts';

/** Says whether the words of a container's command send a signal to PID 1: `kill -HUP 1`. */
export const signalsPidOne = (container: Container): boolean =>
  listCommands(container).some(
    ({ program, operands }) => program === 'kill' && operands.at(-1) === '1' && operands.length <= 3,
  );
