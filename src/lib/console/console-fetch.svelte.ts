// What the console's own script asks its server; and the sign-in, which it keeps up as long as the session lasts.
import { earlyMs, renewAt, type Renewed } from './renewal.ts';

/** Before a page that is opened then would be sent away for it. */
const aheadMs = earlyMs + 120_000;
/** Without a network. */
const retryMs = 30_000;

let isOver = $state(false);
/** When the token ends, by this device's clock. */
let until = Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;
let renewing: Promise<boolean> | undefined;

/** For the frame of the console: what is typed stays where it is, while somebody signs in again. */
export const signIn = {
	get isOver() {
		return isOver;
	},
	/** The server has said so. */
	end() {
		isOver = true;
	},
	/** While the frame is there, with a token that is good so long. */
	keep(lastsMs: number): () => void {
		isOver = false;
		count(lastsMs);
		return () => clearTimeout(timer);
	},
	/** Before something is sent: a device may have slept through the moment. Answers whether somebody is signed in. */
	async ensure(): Promise<boolean> {
		return Date.now() < until ? !isOver : renew();
	},
	/** Somebody looks at the page again, and may have signed in elsewhere. */
	look() {
		if (isOver || Date.now() > until - aheadMs) void renew();
	}
};

function count(lastsMs: number) {
	until = Date.now() + lastsMs;
	plan(lastsMs - aheadMs);
}

function plan(pauseMs: number) {
	clearTimeout(timer);
	timer = setTimeout(() => void renew(), Math.max(0, pauseMs));
}

/** By way of the provider, as a page would be: it knows whether the session is still there. */
function renew(): Promise<boolean> {
	renewing ??= askAnew().finally(() => (renewing = undefined));
	return renewing;
}

async function askAnew(): Promise<boolean> {
	const answer = await fetch(renewAt, { headers: { accept: 'application/json' } }).catch(() => undefined);
	if (!answer || answer.status >= 500) {
		plan(retryMs);
		return Date.now() < until;
	}
	isOver = !answer.ok;
	if (isOver) return false;
	count(((await answer.json()) as Renewed).lastsMs);
	return true;
}

/** In the browser only. Throws, as `fetch` does, where nothing answers. */
export async function consoleFetch(path: string, init: RequestInit = {}): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set('accept', 'application/json');
	const answer = await fetch(path, { ...init, headers });
	if (answer.status !== 401) {
		isOver = false;
		return answer;
	}
	return (await renew()) ? fetch(path, { ...init, headers }) : answer;
}
