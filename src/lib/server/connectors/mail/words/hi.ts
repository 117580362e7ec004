import type { MailWords } from '../words.ts';

export const hi: MailWords = {
	language: 'hi',
	direction: 'ltr',
	code: {
		SignIn: { title: 'आपका साइन इन कोड', subject: 'आपका {application} साइन इन कोड' },
		Register: { title: 'आपका साइन अप कोड', subject: 'आपका {application} साइन अप कोड' },
		ForgotPassword: { title: 'आपका पासवर्ड रीसेट कोड', subject: 'आपका {application} पासवर्ड रीसेट कोड' },
		Generic: { title: 'आपका पुष्टि कोड', subject: 'आपका {application} पुष्टि कोड' }
	},
	instruction: 'इसे उस पेज पर डालें जहाँ आपने इसे मँगाया था।',
	expiry: 'यह {duration} तक, सिर्फ़ एक बार काम करेगा।',
	warning: 'अगर आपने कोड नहीं मँगाया था, तो इस ईमेल को अनदेखा करें। कोड किसी को न बताएँ।',
	notices: {
		'password-reset': {
			title: 'आपका पासवर्ड बदल गया है',
			subject: 'आपका {application} पासवर्ड बदल गया है',
			text: '“पासवर्ड भूल गए?” से नया पासवर्ड सेट किया गया। आपको सभी डिवाइस से साइन आउट कर दिया गया है। नए पासवर्ड से साइन इन करें।'
		},
		'password-changed': {
			title: 'आपका पासवर्ड बदल गया है',
			subject: 'आपका {application} पासवर्ड बदल गया है',
			text: 'सेवा के एडमिन ने आपके खाते का नया पासवर्ड सेट किया है। आपको सभी डिवाइस से साइन आउट कर दिया गया है।'
		},
		'password-added': {
			title: 'आपके खाते में अब पासवर्ड है',
			subject: 'आपके {application} खाते में अब पासवर्ड है',
			text: 'खाते का पहला पासवर्ड सेट किया गया है। अब उससे भी आपके खाते में साइन इन हो सकता है।'
		},
		'factor-added': {
			title: 'आपके खाते में दूसरा चरण जोड़ा गया है',
			subject: 'आपके {application} खाते में दूसरा चरण जोड़ा गया है',
			text: 'साइन इन के लिए ऑथेंटिकेटर ऐप, पासकी या बैकअप कोड सेट किए गए हैं।'
		}
	},
	noticeWarning: 'अगर यह आपने नहीं किया, तो तुरंत नया पासवर्ड सेट करें और सेवा चलाने वालों को बताएँ।'
};
