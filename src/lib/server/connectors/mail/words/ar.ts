import type { MailWords } from '../words.ts';

export const ar: MailWords = {
	language: 'ar',
	direction: 'rtl',
	code: {
		SignIn: { title: 'رمز تسجيل الدخول', subject: 'رمز تسجيل الدخول إلى {application}' },
		Register: { title: 'رمز إنشاء الحساب', subject: 'رمز إنشاء حسابك في {application}' },
		ForgotPassword: { title: 'رمز إعادة تعيين كلمة المرور', subject: 'رمز إعادة تعيين كلمة المرور في {application}' },
		Generic: { title: 'رمز التحقق', subject: 'رمز التحقق في {application}' }
	},
	instruction: 'أدخله في الصفحة التي طلبته منها.',
	expiry: 'يُستخدم مرة واحدة فقط. مدة صلاحيته: {duration}.',
	warning: 'إذا لم تطلب هذا الرمز، فتجاهل هذه الرسالة. لا تشارك الرمز مع أي شخص.',
	notices: {
		'password-reset': {
			title: 'تم تغيير كلمة المرور',
			subject: 'تم تغيير كلمة المرور في {application}',
			text: 'تم تعيين كلمة مرور جديدة عبر «نسيت كلمة المرور؟». تم تسجيل خروجك من كل الأجهزة؛ سجّل الدخول بكلمة المرور الجديدة.'
		},
		'password-changed': {
			title: 'تم تغيير كلمة المرور',
			subject: 'تم تغيير كلمة المرور في {application}',
			text: 'عيّن أحد مسؤولي الخدمة كلمة مرور جديدة لحسابك. تم تسجيل خروجك من كل الأجهزة.'
		},
		'password-added': {
			title: 'أصبحت لحسابك كلمة مرور',
			subject: 'أصبحت لحسابك في {application} كلمة مرور',
			text: 'تم تعيين كلمة مرور لحسابك لأول مرة. يمكنك من الآن تسجيل الدخول بها أيضًا.'
		},
		'factor-added': {
			title: 'أُضيفت خطوة ثانية إلى حسابك',
			subject: 'أُضيفت خطوة ثانية إلى حسابك في {application}',
			text: 'تم إعداد تطبيق مصادقة أو مفتاح مرور أو رموز استرداد لتسجيل الدخول.'
		},
		'password-replaced': {
			title: 'تم تغيير كلمة المرور',
			subject: 'تم تغيير كلمة المرور في {application}',
			text: 'تم تعيين كلمة مرور جديدة في صفحة حسابك. وتم تسجيل خروجك من كل مكان آخر.'
		},
		'factor-removed': {
			title: 'أُزيلت خطوة ثانية من حسابك',
			subject: '{application}: أُزيلت خطوة ثانية من حسابك',
			text: 'أُزيل تطبيق مصادقة أو مفتاح مرور أو رموز استرداد، أو أُوقفت الخطوة الثانية.'
		},
		'email-changed': {
			title: 'تم تغيير بريدك الإلكتروني',
			subject: '{application}: تم تغيير بريدك الإلكتروني',
			text: 'تم ذلك في صفحة حسابك.'
		},
		'phone-changed': {
			title: 'تم تغيير رقم هاتفك',
			subject: '{application}: تم تغيير رقم هاتفك',
			text: 'تم ذلك في صفحة حسابك.'
		},
		'username-changed': {
			title: 'تم تغيير اسم المستخدم',
			subject: '{application}: تم تغيير اسم المستخدم',
			text: 'تم ذلك في صفحة حسابك.'
		},
		'account-deleted': {
			title: 'تم حذف حسابك',
			subject: '{application}: تم حذف حسابك',
			text: 'تم حذفه في صفحة الحساب مع كل ما كان محفوظًا فيه.'
		}
	},
	noticeWarning: 'إذا لم تفعل ذلك، فعيّن كلمة مرور جديدة فورًا وأبلغ القائمين على الخدمة.'
};
