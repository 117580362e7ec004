// What the console's own script asks its server; and the sign-in, which it keeps up as long as the session lasts.
import { earlyMs, renewAt, renewedAt, type Renewed } from './renewal.ts';

/** Before a page that is opened then would be sent away for it. */
const aheadMs = earlyMs + 120_000;
/** Without a network. */
const retryMs = 30_000;

let isOver = $state(false);
/** Who is signed in by now, where the page was loaded for somebody else. */
let other = $state<string>();
/** The administrator that the page was loaded for. */
let owner: string | undefined;
/** When the token ends, by this device's clock. */
let until = Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;
let renewing: Promise<boolean> | undefined;

/** For the frame of the console: what is typed stays where it is, while somebody signs in again. */
export const signIn = {
	get isOver() {
		return isOver;
	},
	get other() {
		return other;
	},
	/** The server has said so. */
	end() {
		isOver = true;
	},
	/** While the frame is there, with a token that is good so long, of this administrator. */
	keep(lastsMs: number, userId: string): () => void {
		isOver = false;
		other = undefined;
		owner = userId;
		count(lastsMs);
		return () => clearTimeout(timer);
	},
	/**
	 * Before something is sent: a device may have slept through the moment. Answers false where it would be sent as
	 * somebody else than the page says.
	 */
	async ensure(): Promise<boolean> {
		if (renewing || isOver || other !== undefined || Date.now() >= until) await renew();
		return other === undefined;
	},
	/** Somebody looks at the page again, and may have signed in elsewhere, as themselves or as another. */
	look() {
		void renew(isOver || Date.now() > until - aheadMs ? renewAt : renewedAt);
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
function renew(address = renewAt): Promise<boolean> {
	renewing ??= askAnew(address).finally(() => (renewing = undefined));
	return renewing;
}

async function askAnew(address: string): Promise<boolean> {
	const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
	if (!answer || answer.status >= 500) {
		plan(retryMs);
		return Date.now() < until;
	}
	isOver = !answer.ok;
	other = undefined;
	if (isOver) return false;
	const { lastsMs, me } = (await answer.json()) as Renewed;
	count(lastsMs);
	if (me.id !== owner) other = me.name;
	return other === undefined;
}

/**
 * In the browser only. Throws, as `fetch` does, where nothing answers. What the page asks is asked as whom it was loaded
 * for, or not at all: then the answer is 401.
 */
export async function consoleFetch(path: string, init: RequestInit = {}): Promise<Response> {
	if (!(await signIn.ensure())) return new Response(null, { status: 401 });
	const headers = new Headers(init.headers);
	headers.set('accept', 'application/json');
	const answer = await fetch(path, { ...init, headers });
	if (answer.status !== 401) {
		isOver = false;
		return answer;
	}
	return (await renew()) ? fetch(path, { ...init, headers }) : answer;
}
