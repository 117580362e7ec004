// The guides there are, by what they are called in addresses.
import type { ApplicationType } from '../contract/application-types.ts';
import { express } from './guides/express.ts';
import { flask } from './guides/flask.ts';
import type { Guide } from './guides/guide.ts';
import { next } from './guides/next.ts';
import { native, oidc } from './guides/oidc.ts';
import { spa } from './guides/spa.ts';
import { sveltekit } from './guides/sveltekit.ts';

export const guides: Record<string, Guide> = { sveltekit, flask, express, next, oidc, spa, native };

/** An application without a secret gets no code that needs one. */
export function guidesFor(type: ApplicationType): [key: string, guide: Guide][] {
	return Object.entries(guides).filter(([, guide]) => guide.type === type);
}
