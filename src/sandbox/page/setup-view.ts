// The panel beside the phone: what the sandbox is, what to configure, and the recipients with a fixed outcome.
import type { Catalog } from '../catalog.ts';
import { codeScenarios, commonScenarios, type Scenario } from '../scenarios.ts';
import { html, type Html } from './html.ts';
import { arch } from './icons.ts';
import { formatRecipient } from './present.js';
import type { Words } from './words.ts';

export function viewSetup(catalog: Catalog, endpoint: string, to: string | undefined, words: Words): Html {
	const { accessKeyId, accessKeySecret, signName, templateCode } = catalog.credentials;
	const overseas = catalog.templates.find((template) => template.region === 'overseas');
	const facts: [name: string, value: string][] = [
		[words.endpoint, endpoint],
		['AccessKey ID', accessKeyId],
		[words.secret, accessKeySecret],
		[words.signature, signName],
		[words.template, templateCode],
		[words.overseasTemplate, overseas?.code ?? '']
	];
	return html`<section id="setup" class="setup" aria-labelledby="setup-title">
		<a class="close" href="#messages">${words.close}</a>
		<p class="brand">${arch} Foyer</p>
		<h2 id="setup-title">${words.setupTitle}</h2>
		<p class="lead">${words.lead}</p>
		<dl class="facts">
			${facts.map(
				([name, value]) =>
					html`<div>
						<dt>${name}</dt>
						<dd>${value}</dd>
					</div>`
			)}
		</dl>
		<p class="to-calls"><a href="/calls">${words.calls}</a></p>
		${viewScenarios(words)} ${viewClear(to, words)}
	</section>`;
}

function viewScenarios(words: Words): Html {
	return html`<details class="scenarios">
		<summary>${words.scenarioTitle}</summary>
		<p>${words.scenarioText}</p>
		<dl>${commonScenarios.map((scenario) => viewScenario(scenario, words))}</dl>
		<h3>${words.codeTitle}</h3>
		<dl class="codes">
			${codeScenarios.filter(({ number }) => number).map((scenario) => viewScenario(scenario, words))}
		</dl>
	</details>`;
}

function viewScenario({ number = '', name, sms }: Scenario, words: Words): Html {
	const outcome =
		words.outcomes[name] ?? (sms?.receipt ? `${words.outcomes['never-delivered']}: ${sms.receipt}` : sms?.code);
	return html`<div>
		<dt>134 9000 00${number}</dt>
		<dd>${outcome ?? name}</dd>
	</div>`;
}

/** A plain form: it works without script. */
function viewClear(to: string | undefined, words: Words): Html {
	const address = '/_sandbox/messages/clear';
	if (to === undefined) {
		return html`<form method="post" action="${address}"><button class="quiet">${words.clear}</button></form>`;
	}
	return html`<form method="post" action="${address}?to=${encodeURIComponent(to)}">
		<button class="quiet">${words.clearFor} <span class="whole">${formatRecipient(to)}</span></button>
	</form>`;
}
