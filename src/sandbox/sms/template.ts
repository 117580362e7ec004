// The rules for a verification template's parameters, and the text that the phone shows.
import type { Catalog, Template } from '../catalog.ts';
import { testSignName, testTemplateCode } from '../catalog.ts';
import { problem, type Problem } from '../gateway/problem.ts';

export type Text = { text: string; code: string };

export function findTemplate(catalog: Catalog, signName: string, templateCode: string): Template | Problem {
	if (!catalog.signNames.includes(signName)) return problem('isv.SMS_SIGNATURE_ILLEGAL');
	const template = catalog.templates.find((candidate) => candidate.code === templateCode);
	if (!template) return problem('isv.SMS_TEMPLATE_ILLEGAL');
	// The test signature may not front other templates, or anybody could send in its name.
	if (signName === testSignName && templateCode !== testTemplateCode)
		return problem('isv.SMS_TEST_SIGN_TEMPLATE_LIMIT');
	return template;
}

export function fillTemplate(template: Template, signName: string, json: string): Text | Problem {
	const values = parseParameters(json);
	if (!values) return problem('isv.INVALID_JSON_PARAM');
	const variable = /\$\{(\w+)\}/.exec(template.content)?.[1] ?? '';
	const code = values.get(variable);
	if (code === undefined)
		return problem('isv.TEMPLATE_MISSING_PARAMETERS', { message: `模板变量缺少对应参数值:${variable}` });
	// Aliyun looks at every value it is given, also at those that the template does not use.
	const supplied = [...values.values()];
	if (supplied.some((value) => !/^[0-9A-Za-z]*$/.test(value))) return problem('isv.INVALID_PARAMETERS');
	if (supplied.some((value) => value.length < 4 || value.length > 6)) return problem('isv.PARAM_LENGTH_LIMIT');
	return { text: `【${signName}】${template.content.replace(`\${${variable}}`, code)}`, code };
}

/** One message holds 70 characters with the signature; longer ones are cut into parts of 67. */
export function countSegments(text: string): number {
	return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

function parseParameters(json: string): Map<string, string> | undefined {
	try {
		const parsed: unknown = JSON.parse(json || '{}');
		if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
		const entries = Object.entries(parsed);
		return entries.every(([, value]) => typeof value === 'string') ? new Map(entries) : undefined;
	} catch {
		return undefined;
	}
}
