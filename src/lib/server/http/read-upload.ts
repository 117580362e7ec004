// One file of a form. What it is, its bytes say: neither its name nor its announced type is believed.
import { ok, refuse, type Result } from '../../contract/result.ts';

/** The form around the file. */
const formBytes = 4096;

export async function readUpload(request: Request, mostBytes: number): Promise<Result<Uint8Array>> {
	const announced = Number(request.headers.get('content-length') ?? 0);
	if (announced > mostBytes + formBytes) return tooLarge(mostBytes);
	let form: FormData;
	try {
		form = await request.formData();
	} catch (error) {
		// What is longer than it announced, or announced nothing, is cut off by the server.
		return (error as { status?: unknown }).status === 413 ? tooLarge(mostBytes) : notAForm();
	}
	const file = form.get('file');
	if (!(file instanceof Blob)) return notAForm();
	return file.size > mostBytes ? tooLarge(mostBytes) : ok(new Uint8Array(await file.arrayBuffer()));
}

function tooLarge(mostBytes: number) {
	return refuse('guard.file_size_exceeded', { data: { max: mostBytes } });
}

function notAForm() {
	return refuse('guard.invalid_input', { data: { field: 'file', detail: 'is a file in multipart/form-data' } });
}
