// Renders what an action says into Aliyun's two shapes of answer, in JSON or XML.
import { randomUUID } from 'node:crypto';
import type { Call } from './api-request.ts';
import type { Problem } from './problem.ts';

export type Fields = { [name: string]: string | number | Fields | Fields[] };
export type HttpAnswer = { status: number; headers: Record<string, string>; body: string };

/** `Globe` is Dysmsapi of the international site, with an envelope of its own. */
export type Product = 'Dysmsapi' | 'Globe' | 'Dypnsapi' | 'Dm';

const hostOf: Record<Product, string> = {
	Dysmsapi: 'dysmsapi.aliyuncs.com',
	Globe: 'dysmsapi.ap-southeast-1.aliyuncs.com',
	Dypnsapi: 'dypnsapi.aliyuncs.com',
	Dm: 'dm.aliyuncs.com'
};

export function answerFields(call: Call, fields: Fields): HttpAnswer {
	const requestId = createRequestId();
	return render(call.format, 200, `${call.action}Response`, { ...fields, RequestId: requestId }, requestId);
}

/** Gateway errors carry HostId and Recommend; business errors look like a success with another Code. */
export function answerProblem(call: Pick<Call, 'format' | 'action'>, problem: Problem, product: Product): HttpAnswer {
	const requestId = createRequestId();
	const { code, message } = problem;
	if (problem.kind === 'business') {
		const fields: Fields =
			product === 'Globe'
				? { ResponseDescription: message, RequestId: requestId, ResponseCode: code.replace(/^isv\./, '') }
				: { Message: message, RequestId: requestId, Code: code };
		return render(call.format, 200, `${call.action}Response`, fields, requestId);
	}
	const recommend = new URL('https://api.aliyun.com/troubleshoot');
	recommend.search = `q=${encodeURIComponent(code)}&product=${product === 'Globe' ? 'Dysmsapi' : product}&requestId=${requestId}`;
	const fields = {
		RequestId: requestId,
		Message: message,
		HostId: hostOf[product],
		Code: code,
		Recommend: recommend.href
	};
	return render(call.format, problem.status, 'Error', fields, requestId);
}

function createRequestId(): string {
	return randomUUID().toUpperCase();
}

function render(format: Call['format'], status: number, root: string, fields: Fields, requestId: string): HttpAnswer {
	const isXml = format === 'xml';
	return {
		status,
		headers: {
			'content-type': isXml ? 'text/xml;charset=utf-8' : 'application/json;charset=utf-8',
			'x-acs-request-id': requestId
		},
		body: isXml ? `<?xml version='1.0' encoding='UTF-8' ?>${toXml(root, fields)}` : JSON.stringify(fields)
	};
}

function toXml(name: string, value: Fields[string]): string {
	if (Array.isArray(value)) return value.map((item) => toXml(name, item)).join('');
	if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
	const inner = Object.entries(value).map(([key, item]) => toXml(key, item));
	return `<${name}>${inner.join('')}</${name}>`;
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
