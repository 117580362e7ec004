// Whose keys sign a request: those of the configuration, of the environment, or of the machine that Foyer runs on.
import type { AccessKeys } from './sign.ts';

export type FoundKeys = { keys: AccessKeys; fault?: undefined } | { fault: string };

export type KeySource = {
	find(): Promise<FoundKeys>;
	/** Where keys expire by themselves: asks for new ones. */
	renew?(): Promise<FoundKeys>;
};

type Settings = Partial<AccessKeys> & { credentials?: 'environment' | 'machine' };

export function keySourceOf({
	credentials,
	accessKeyId = '',
	accessKeySecret = '',
	securityToken
}: Settings): KeySource {
	if (credentials === 'machine') return machine;
	if (credentials === 'environment') return { find: async () => readEnvironment(process.env) };
	return { find: async () => ({ keys: { accessKeyId, accessKeySecret, securityToken } }) };
}

/** Aliyun's own names, which its tools set and read as well; Foyer's settings are in env.ts. */
export function readEnvironment(environment: NodeJS.ProcessEnv): FoundKeys {
	const read = (name: string) => environment[`ALIBABA_CLOUD_${name}`]?.trim() || undefined;
	const [accessKeyId, accessKeySecret] = [read('ACCESS_KEY_ID'), read('ACCESS_KEY_SECRET')];
	if (!accessKeyId || !accessKeySecret) return { fault: 'credentials.not-in-environment' };
	return { keys: { accessKeyId, accessKeySecret, securityToken: read('SECURITY_TOKEN') } };
}

type Client = { getCredential(): Promise<Partial<AccessKeys>> };
type ClientClass = new () => Client;
/** CommonJS: some loaders hand over its exports, some the default among them. */
type Package = { default: ClientClass | { default: ClientClass } };

// A name that no bundler follows: the package comes with the machine that has such an identity, or not at all.
const optionalPackage = ['@alicloud', 'credentials'].join('/');
const loadPackage = () => import(/* @vite-ignore */ optionalPackage) as Promise<Package>;

/** ECS role, RRSA of ACK, and the rest of Aliyun's default chain. The client keeps keys and renews them in time. */
export function createMachineKeys(load = loadPackage): Required<KeySource> {
	let client: Promise<Client> | undefined;

	async function find(): Promise<FoundKeys> {
		client ??= load().then(({ default: exported }) => new ('default' in exported ? exported.default : exported)());
		try {
			const { accessKeyId, accessKeySecret, securityToken } = await (await client).getCredential();
			if (!accessKeyId || !accessKeySecret) return { fault: 'credentials.unavailable' };
			return { keys: { accessKeyId, accessKeySecret, securityToken: securityToken || undefined } };
		} catch (error) {
			client = undefined;
			const isMissing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
			return { fault: isMissing ? 'credentials.package-missing' : 'credentials.unavailable' };
		}
	}

	return {
		find,
		renew() {
			client = undefined;
			return find();
		}
	};
}

const machine = createMachineKeys();
