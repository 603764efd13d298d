import { startGateway } from './gateway.ts';

/** A gateway as a process of its own: started with its setup as the only argument, moved in time by messages. */
export type ToParent = { readonly line: string } | { readonly jumped: true };
export type ToChild = { readonly jump: number };

const send = (message: ToParent) => void process.send?.(message);
const logDestination = {
  write(line: string) {
    // Whoever started it waits for this line. The log goes by message, so that a jump ends after what it had logged.
    if (line.includes('"event":"serverStarted"')) process.stdout.write(line);
    send({ line });
  },
};
const gateway = await startGateway(JSON.parse(process.argv[2] ?? '{}'), { logDestination });
process.on('message', ({ jump }: ToChild) => gateway.jump(jump).then(() => send({ jumped: true })));
