// One API call from first byte to answer: find the action, check the caller, apply the rules, disturb, run.
import { codeForStatus, type Disturbance } from '../disturbance.ts';
import type { Faults } from '../faults.ts';
import type { Namespaces } from '../namespaces.ts';
import { findScenario } from '../scenarios.ts';
import { isProblem, type Action } from './action.ts';
import { answerFields, answerProblem, type HttpAnswer, type Product } from './answer.ts';
import { parseApiRequest, readCall, type Call, type RawRequest } from './api-request.ts';
import { authenticate, type Gate } from './authenticate.ts';
import { gatewayProblem, missingParameter, problem, type GatewayProblem } from './problem.ts';

export type Gateway = {
	actions: Action[];
	gate: Gate;
	faults: Faults;
	namespaces: Pick<Namespaces, 'of'>;
	wait(ms: number): Promise<void>;
};

/** `hang-up` closes the connection without an answer. */
export type Outcome = 'hang-up' | (HttpAnswer & { dripMs?: number });

export async function handleCall(gateway: Gateway, raw: RawRequest): Promise<Outcome> {
	const request = parseApiRequest(raw);
	const call = readCall(request);
	if (!call) return answerProblem({ format: 'json', action: '' }, gatewayProblem('InvalidParameter'), 'Dysmsapi');

	const action = findAction(gateway.actions, call);
	const product = action?.product ?? productOf(gateway.actions, call.version);
	const refusal = action ? authenticate(call, gateway.gate) : explainUnknown(gateway.actions, call);
	if (!action || refusal) return answerProblem(call, refusal ?? gatewayProblem('InvalidAction.NotFound'), product);

	const missing = action.required.find((name) => !call.parameters.get(name));
	const prepared = missing ? missingParameter(missing) : action.prepare(call.parameters);
	if (isProblem(prepared)) return answerProblem(call, prepared, product);

	const { recipients } = prepared;
	const disturbance =
		gateway.faults.take(action.name, recipients) ?? (action.isSend ? findFirstScenario(gateway, recipients) : {});
	await gateway.wait(disturbance.delayMs ?? 0);
	if (disturbance.reset) return 'hang-up';
	const standIn = answerInstead(call, product, disturbance, recipients);
	if (standIn) return spoil(standIn, disturbance);

	const { undelivered, receipt, deliverAfterMs = 0 } = disturbance;
	const outcome = prepared.run({ arrives: !undelivered, receipt, afterMs: deliverAfterMs });
	if (isProblem(outcome)) return spoil(answerProblem(call, outcome, product), disturbance);
	return disturbance.acceptThenDrop ? 'hang-up' : spoil(answerFields(call, outcome), disturbance);
}

function findAction(actions: Action[], call: Call): Action | undefined {
	if (call.request.path !== '/') return undefined;
	return actions.find((action) => action.version === call.version && action.name === call.action);
}

function explainUnknown(actions: Action[], call: Call): GatewayProblem {
	const isKnownVersion = actions.some((action) => action.version === call.version);
	return gatewayProblem(isKnownVersion ? 'InvalidAction.NotFound' : 'InvalidVersion');
}

function productOf(actions: Action[], version: string): Product {
	return actions.find((action) => action.version === version)?.product ?? 'Dysmsapi';
}

function findFirstScenario({ namespaces }: Gateway, recipients: string[]): Disturbance {
	const found = recipients.map((to) => findScenario(to, namespaces.of(to) !== undefined));
	return found.find((scenario) => scenario !== undefined) ?? {};
}

/** The answer of a disturbance that keeps the action from running at all. */
function answerInstead(
	call: Call,
	product: Product,
	{ html, code, status, message }: Disturbance,
	recipients: string[]
): HttpAnswer | undefined {
	if (html !== undefined) {
		return { status: status ?? 502, headers: { 'content-type': 'text/html;charset=utf-8' }, body: html };
	}
	if (code === undefined && status === undefined) return undefined;
	const isNumber = code === 'isv.MOBILE_NUMBER_ILLEGAL';
	return answerProblem(
		call,
		problem(code ?? codeForStatus(status ?? 500), {
			status,
			message: message ?? (isNumber ? `${recipients[0]}invalid mobile number` : undefined)
		}),
		product
	);
}

function spoil(answer: HttpAnswer, { dripMs, padBytes }: Disturbance): Outcome {
	return { ...answer, body: answer.body + ' '.repeat(padBytes ?? 0), dripMs };
}
