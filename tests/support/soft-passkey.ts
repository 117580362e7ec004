// A passkey without a device, as WebAuthn §6 describes authenticators: what tests send that no browser would help with.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Made = { origin?: string; counter?: number; challenge: string };

const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

export type SoftPasskey = ReturnType<typeof createSoftPasskey>;

/** `origin` is where the browser says it is; it may be told to lie. */
export function createSoftPasskey(home: string) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const credentialId = randomBytes(16);
	const id = credentialId.toString('base64url');
	const rpIdHash = createHash('sha256').update(new URL(home).hostname).digest();
	const coseKey = Buffer.concat([
		// {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
		Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
		Buffer.from(x, 'base64url'),
		Buffer.from([0x22, 0x58, 0x20]),
		Buffer.from(y, 'base64url')
	]);

	const said = (type: string, { challenge, origin = home }: Made) =>
		Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	const head = (flags: number, counter: number) => {
		const tail = Buffer.alloc(5);
		tail.writeUInt8(flags);
		tail.writeUInt32BE(counter, 1);
		return Buffer.concat([rpIdHash, tail]);
	};
	const answer = (response: Record<string, Buffer>) => ({
		id,
		rawId: id,
		type: 'public-key' as const,
		clientExtensionResults: {},
		response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]))
	});

	return {
		id,
		/** What `navigator.credentials.create()` would answer. */
		register(made: Made) {
			const length = Buffer.from([0, credentialId.length]);
			const flags = userPresent | userVerified | attested;
			const authData = Buffer.concat([head(flags, made.counter ?? 0), Buffer.alloc(16), length, credentialId, coseKey]);
			return answer({ clientDataJSON: said('webauthn.create', made), attestationObject: attestation(authData) });
		},
		/** What `navigator.credentials.get()` would answer. */
		assert(made: Made) {
			const clientDataJSON = said('webauthn.get', made);
			const authenticatorData = head(userPresent | userVerified, made.counter ?? 1);
			const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
			return answer({ clientDataJSON, authenticatorData, signature: sign('sha256', signed, privateKey) });
		}
	};
}

/** CBOR of `{ fmt: 'none', attStmt: {}, authData }`. */
function attestation(authData: Buffer): Buffer {
	const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
	return Buffer.concat([
		Buffer.from([0xa3]),
		text('fmt'),
		text('none'),
		text('attStmt'),
		Buffer.from([0xa0]),
		text('authData'),
		Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]),
		authData
	]);
}
