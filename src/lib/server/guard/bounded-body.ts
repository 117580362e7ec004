// A request whose body ends in an error where it is longer than a page or an API call needs; only uploads may be longer.
import { error } from '@sveltejs/kit';

type Bytes = Uint8Array<ArrayBuffer>;

/** An announced length that is small is believed: SvelteKit cuts off what goes on beyond it. */
export function boundBody(request: Request, mostBytes: number): Request {
	if (!request.body) return request;
	const announced = request.headers.get('content-length');
	if (announced !== null && Number(announced) <= mostBytes) return request;
	const body = announced === null ? counted(request.body, mostBytes) : refused(request.body);
	return new Request(request, { body, duplex: 'half' } as RequestInit);
}

function refused(body: ReadableStream<Bytes>): ReadableStream {
	const reader = body.getReader();
	return new ReadableStream({
		start(controller) {
			controller.error(tooLarge());
			void drain(reader);
		}
	});
}

function counted(body: ReadableStream<Bytes>, mostBytes: number): ReadableStream {
	const reader = body.getReader();
	let size = 0;
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) return controller.close();
			size += value.byteLength;
			if (size <= mostBytes) return controller.enqueue(value);
			controller.error(tooLarge());
			void drain(reader);
		}
	});
}

/** Read and dropped: a connection that is cut in the middle tells the client nothing. */
async function drain(reader: ReadableStreamDefaultReader<Bytes>): Promise<void> {
	try {
		while (!(await reader.read()).done);
	} catch {
		// The client has gone, or sends more than the server lets anybody send.
	}
}

/** As SvelteKit's own limit has it. */
function tooLarge(): unknown {
	try {
		error(413, 'Payload Too Large');
	} catch (thrown) {
		return thrown;
	}
}
