// What the console's own script asks its server, and whether it was told that nobody is signed in any more.

let isOver = $state(false);

/** For the frame of the console: what is typed stays where it is, while somebody signs in again. */
export const signIn = {
	get isOver() {
		return isOver;
	}
};

/** In the browser only. Throws, as `fetch` does, where nothing answers. */
export async function consoleFetch(path: string, init: RequestInit = {}): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set('accept', 'application/json');
	const answer = await fetch(path, { ...init, headers });
	isOver = answer.status === 401;
	return answer;
}
