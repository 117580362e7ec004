// The brand of this installation, as anybody may read it. Without the visitor's cookies: a preview is nobody's.
import { defaultSettings, type PublicSettings } from '$lib/contract/settings.ts';
import { brandOfSettings, type Brand } from '$lib/studio/brands.ts';

export async function readOwnBrand(fetch: typeof globalThis.fetch): Promise<Brand> {
	const answer = await fetch('/api/.well-known/sign-in-exp', { credentials: 'omit' });
	return brandOfSettings(answer.ok ? ((await answer.json()) as PublicSettings) : defaultSettings);
}
