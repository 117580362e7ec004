// Runs the sandbox alone: `node src/sandbox/main.ts`.
import { startSandbox } from './sandbox.ts';

const sandbox = await startSandbox({ port: Number(process.env['SANDBOX_PORT'] ?? 4010) });
console.log(`Aliyun sandbox: ${sandbox.url}`);
console.log(`  AccessKey ID      ${sandbox.credentials.accessKeyId}`);
console.log(`  AccessKey secret  ${sandbox.credentials.accessKeySecret}`);
console.log(`  Signature         ${sandbox.credentials.signName}`);
console.log(`  Template          ${sandbox.credentials.templateCode}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void sandbox.close());
}
