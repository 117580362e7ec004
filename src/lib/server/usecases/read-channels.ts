// Which kinds of codes can be delivered: those that an enabled connector carries.
import type { Channels } from '../core/rules/policy.ts';
import type { Store } from './ports.ts';

export async function readChannels({ connectors }: Pick<Store, 'connectors'>): Promise<Channels> {
	const enabled = (await connectors.list()).filter((record) => record.enabled);
	const has = (kind: 'sms' | 'email') => enabled.some(({ carries }) => carries === kind);
	return { sms: has('sms'), email: has('email') };
}
