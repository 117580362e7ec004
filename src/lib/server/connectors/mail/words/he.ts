import type { MailWords } from '../words.ts';

export const he: MailWords = {
	language: 'he',
	direction: 'rtl',
	code: {
		SignIn: { title: 'קוד ההתחברות שלך', subject: 'קוד ההתחברות שלך אל {application}' },
		Register: { title: 'קוד ההרשמה שלך', subject: 'קוד ההרשמה שלך אל {application}' },
		ForgotPassword: { title: 'קוד לאיפוס הסיסמה שלך', subject: 'קוד לאיפוס הסיסמה שלך: {application}' },
		Generic: { title: 'קוד האימות שלך', subject: 'קוד האימות שלך: {application}' }
	},
	instruction: 'יש להזין אותו בדף שבו ביקשת אותו.',
	expiry: 'לשימוש חד־פעמי. בתוקף למשך {duration}.',
	warning: 'לא ביקשת קוד? אפשר להתעלם מהאימייל הזה. אין למסור את הקוד לאיש.',
	notices: {
		'password-reset': {
			title: 'הסיסמה שלך שונתה',
			subject: 'הסיסמה שלך שונתה: {application}',
			text: 'הוגדרה סיסמה חדשה דרך ״שכחת סיסמה?״. החשבון נותק מכל המכשירים; אפשר להתחבר עם הסיסמה החדשה.'
		},
		'password-changed': {
			title: 'הסיסמה שלך שונתה',
			subject: 'הסיסמה שלך שונתה: {application}',
			text: 'גורם המפעיל את השירות הגדיר סיסמה חדשה לחשבון שלך. החשבון נותק מכל המכשירים.'
		},
		'password-added': {
			title: 'לחשבון שלך יש עכשיו סיסמה',
			subject: 'לחשבון {application} שלך יש עכשיו סיסמה',
			text: 'הוגדרה סיסמה ראשונה. מעכשיו אפשר להתחבר לחשבון גם איתה.'
		},
		'factor-added': {
			title: 'נוסף שלב שני לחשבון שלך',
			subject: 'נוסף שלב שני לחשבון {application} שלך',
			text: 'הוגדרו אפליקציית אימות, מפתח גישה או קודי גיבוי לכניסה.'
		},
		'password-replaced': {
			title: 'הסיסמה שלך שונתה',
			subject: 'הסיסמה שלך שונתה: {application}',
			text: 'בדף החשבון שלך הוגדרה סיסמה חדשה. בכל מקום אחר בוצעה התנתקות.'
		},
		'factor-removed': {
			title: 'שלב שני הוסר מהחשבון שלך',
			subject: '{application}: שלב שני הוסר מהחשבון שלך',
			text: 'אפליקציית אימות, מפתח גישה או קודי גיבוי הוסרו, או שהשלב השני כובה.'
		},
		'second-step-off': {
			title: 'השלב השני שלך כובה',
			subject: '{application}: השלב השני שלך כובה',
			text: 'גורם המפעיל את השירות כיבה אותו. הוא לא יידרש עוד בהתחברות.'
		},
		'second-step-on': {
			title: 'השלב השני שלך הופעל',
			subject: '{application}: השלב השני שלך הופעל',
			text: 'גורם המפעיל את השירות הפעיל אותו. הוא יידרש שוב בהתחברות.'
		},
		'browser-copied': {
			title: 'במכשיר מהימן יידרש שוב השלב השני',
			subject: '{application}: במכשיר מהימן יידרש שוב השלב השני',
			text: 'מה שמזהה אותו שימש פעמיים, כאילו מישהו העתיק אותו. בהתחברות הבאה במכשיר הזה יידרש השלב השני.'
		},
		'email-changed': {
			title: 'כתובת האימייל שלך שונתה',
			subject: '{application}: כתובת האימייל שלך שונתה',
			text: 'הדבר נעשה בדף החשבון שלך.'
		},
		'phone-changed': {
			title: 'מספר הטלפון שלך שונה',
			subject: '{application}: מספר הטלפון שלך שונה',
			text: 'הדבר נעשה בדף החשבון שלך.'
		},
		'username-changed': {
			title: 'שם המשתמש שלך שונה',
			subject: '{application}: שם המשתמש שלך שונה',
			text: 'הדבר נעשה בדף החשבון שלך.'
		},
		'account-deleted': {
			title: 'החשבון שלך נמחק',
			subject: '{application}: החשבון שלך נמחק',
			text: 'הוא נמחק בדף החשבון, עם כל מה שנשמר בו.'
		}
	},
	noticeWarning: 'אם זה לא נעשה על ידך, יש להגדיר מיד סיסמה חדשה ולהודיע למפעילי השירות.'
};
