// Runs the sandbox alone: `node src/sandbox/main.ts`.
import { startSandbox } from './sandbox.ts';
import { noLimits } from './sms/frequency.ts';

const port = Number(process.env['SANDBOX_PORT'] ?? 4010);
const smtpPort = process.env['SANDBOX_SMTP_PORT'] ? Number(process.env['SANDBOX_SMTP_PORT']) : undefined;
// `off` lifts Aliyun's limits on sends per number, for tests that send more than a person would.
const limits = process.env['SANDBOX_LIMITS'] === 'off' ? noLimits : {};

try {
	const sandbox = await startSandbox({ port, smtpPort, limits });
	const { accessKeyId, accessKeySecret, signName, templateCode } = sandbox.credentials;
	console.log(`Aliyun sandbox: http://localhost:${sandbox.port}`);
	if (sandbox.smtpPort) console.log(`  SMTP              localhost:${sandbox.smtpPort}`);
	console.log(`  AccessKey ID      ${accessKeyId}`);
	console.log(`  AccessKey secret  ${accessKeySecret}`);
	console.log(`  Signature         ${signName}`);
	console.log(`  Template          ${templateCode}`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
} catch (error) {
	console.error(`The sandbox cannot open on port ${process.env['SANDBOX_PORT'] ?? port}: ${(error as Error).message}`);
	process.exitCode = 1;
}
