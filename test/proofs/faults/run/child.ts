import { startGateway } from './gateway.ts';

/** A gateway as a process of its own: started with its setup as the only argument, moved in time by messages. */
export type ToParent = { readonly url: string } | { readonly line: string } | { readonly jumped: true };
export type ToChild = { readonly jump: number };

const send = (message: ToParent) => void process.send?.(message);
const logDestination = { write: (line: string) => send({ line }) };
const gateway = await startGateway(JSON.parse(process.argv[2] ?? '{}'), { logDestination });
process.on('message', ({ jump }: ToChild) => gateway.jump(jump).then(() => send({ jumped: true })));
process.on('disconnect', () => process.exit());
send({ url: gateway.url });
