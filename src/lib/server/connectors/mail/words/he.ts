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
		}
	},
	noticeWarning: 'אם זה לא נעשה על ידך, יש להגדיר מיד סיסמה חדשה ולהודיע למפעילי השירות.'
};
