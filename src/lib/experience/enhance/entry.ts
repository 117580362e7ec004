// The page's own script. Everything works without it; it saves people a few taps.
import { pressAutoSubmit } from './auto-submit.ts';
import { CodeField } from './code-field.ts';
import { forgetCodes } from './forget-codes.ts';
import { KeepCodes } from './keep-codes.ts';
import { keepTyped } from './keep-typed.ts';
import { silenceBubbles } from './no-bubbles.ts';
import { PasskeyForm } from './passkey-form.ts';
import { PasswordField } from './password-field.ts';
import { PasswordRules } from './password-rules.ts';
import { holdPendingForms } from './pending-form.ts';
import { PhoneField } from './phone-field.ts';
import { ProofOfWork } from './proof-of-work.ts';
import { ResendClock } from './resend-clock.ts';

// In this order: a form that is stopped there is not on its way.
silenceBubbles();
holdPendingForms();
// Before the fields come to life: they show what they find.
keepTyped();
forgetCodes();
customElements.define('code-field', CodeField);
customElements.define('keep-codes', KeepCodes);
customElements.define('passkey-form', PasskeyForm);
customElements.define('password-field', PasswordField);
customElements.define('password-rules', PasswordRules);
customElements.define('phone-field', PhoneField);
customElements.define('resend-clock', ResendClock);
customElements.define('proof-of-work', ProofOfWork);
pressAutoSubmit();
