# كلام «جسر» بالعربية الفصحى المبسطة. رسالة لكل مفتاح، والمفاتيح نفسها في fr وary وary-Latn.
# مخاطبة بصيغة الجمع احتراماً، جمل قصيرة، دون لغة إدارية معقدة. للتحقق: make lint

## Accueil et politesse

greet = السلام عليكم، أنا جسر، مساعد مغاربة العالم. كيف يمكنني أن أساعدكم؟
goodbye = مع السلامة، وبالتوفيق.
thank = على الرحب والسعة.
help =
    يمكنني أن:
    - أجيب عن أسئلتكم حول البرامج الموجهة لمغاربة العالم، مع ذكر المصدر؛
    - أسجل شكاية أو اقتراحاً؛
    - أتتبع ملفاً بمرجعه ورمزه؛
    - أحيل سؤالكم إلى أحد الموظفين.
    اكتبوا بالعربية أو الفرنسية أو الدارجة، كما تشاؤون.
first-contact-notice = أنا مساعد آلي. تُحفظ محادثتنا 30 يوماً لتحسين الخدمة. لمعرفة المزيد، اكتبوا «معطياتي».
affirm-nothing = حسناً. ماذا تودون أن تعرفوا؟
deny-nothing = لا بأس. أنا هنا إن كان لديكم سؤال.
out-of-scope = هذا خارج ما أستطيع القيام به. أجيب عن البرامج الموجهة لمغاربة العالم وأتلقى الشكايات.
other-language = أفهم العربية والفرنسية والدارجة. هل يمكنكم الكتابة بإحداها، أم تفضلون التحدث إلى موظف؟
my-data =
    ما أحتفظ به:
    - محادثتنا، لمدة 30 يوماً؛
    - ملفاتكم (شكاية، اقتراح، سؤال)، إذا وافقتم على ذلك فقط.
    من حقكم الاطلاع على معطياتكم وتصحيحها وطلب محوها (القانون 09.08). لطلب ذلك، تحدثوا إلى موظف.

## Langue

which-language = بأي لغة تريدون أن نتابع؟
language-changed = حسناً، أتابع بالعربية.
language-ar = العربية
language-fr = Français
language-ary = الدارجة
language-ary-latn = Darija

## Réponses sur les programmes

list-programmes = { $count ->
    [zero] لا أجد حالياً أي برنامج في استراتيجية مغاربة العالم.
    [one] إليكم برنامج استراتيجية مغاربة العالم.
    [two] تضم استراتيجية مغاربة العالم برنامجين. أيهما يهمكم؟
    [few] تضم استراتيجية مغاربة العالم { $count } برامج. أيها يهمكم؟
    [many] تضم استراتيجية مغاربة العالم { $count } برنامجاً. أيها يهمكم؟
   *[other] تضم استراتيجية مغاربة العالم { $count } برنامج. أيها يهمكم؟
}
did-you-mean = لست واثقاً من أنني فهمت. هل تقصدون:
unknown = ليس لدي جواب مؤكد عن هذا السؤال، ولا أريد أن أخترع جواباً. هل تريدون أن أحيله إلى موظف؟
facet-missing = بخصوص «{ $topic }»، لا تذكر مصادري شيئاً عن هذه النقطة. يمكنني أن أخبركم بما أعرفه غير ذلك، أو أن أحيل سؤالكم إلى موظف.
facet-overview = باختصار
facet-eligibility = من يستفيد؟
facet-documents = ما الوثائق المطلوبة؟
facet-procedure = ما هي الخطوات؟
facet-amount = كم المبلغ؟
facet-deadline = ما هي الآجال؟
facet-contact = بمن أتصل؟
facet-status = هل ما زال سارياً؟
source-line = { $title } ({ $date })
source-undated = دون تاريخ
sources-title = المصادر

## Quand je ne comprends pas

not-understood = لم أفهم جيداً. هل يمكنكم قول ذلك بطريقة أخرى، في بضع كلمات؟
not-understood-again = عذراً، ما زلت لا أفهم. يمكن لموظف أن يجيبكم.
internal-error = حدث مشكل تقني يمنعني من الجواب عن هذا. لم يضع شيء: أعيدوا المحاولة، أو اتركوا طلبكم لموظف.
degraded-unknown = فهمي الآن أضعف من المعتاد. جربوا كلمة بسيطة («المنحة»، «نقل الجثمان»)، أو اتركوا شكاية.

## Dossier : les questions

ask-consent = لفتح ملف، عليّ أن أسجل ما تقولونه لي. سيقرؤه موظفو الوزارة من أجل الرد عليكم فقط (القانون 09.08). هل توافقون؟
ask-category = ما موضوع الملف؟
ask-country = في أي بلد يحدث ذلك؟
ask-description = احكوا لي ما يحدث، بكلماتكم: ماذا، وأين، ومنذ متى.
ask-contact = كيف نتصل بكم؟ أعطوني بريداً إلكترونياً أو رقم هاتف. من دونهما، تتتبعون الملف برمزه.
ask-confirmation =
    هذه شكايتكم:
    - الموضوع: { $category }
    - البلد: { $country }
    - الوصف: { $description }
    - الاتصال: { $contact }
    هل أرسلها؟
ask-reference = أعطوني مرجع الملف (يبدأ بـ MDM) ورمزه المكون من ستة أحرف أو أرقام.
ask-code = ينقصني رمز هذا الملف، وهو ستة أحرف أو أرقام.
unclear-consent = لم أفهم: هل توافقون أم لا؟
unclear-category = لم أتعرف على الموضوع.
unclear-country = لم أتعرف على البلد.
unclear-description = أحتاج إلى بضع كلمات أخرى.
unclear-contact = لم أجد بريداً إلكترونياً ولا رقم هاتف. يمكنكم أيضاً أن تجيبوا «لا شيء».
unclear-confirmation = قولوا «نعم» للإرسال، أو ما يجب تغييره (مثلاً: «لا، بلجيكا»). كلمة «إلغاء» تمحو كل شيء.
contact-none = لا شيء

## Dossier : l'issue

ticket-opened =
    تم التسجيل ({ $kind }).
    المرجع: { $reference }
    الرمز: { $code }
    احتفظوا بهما معاً: كلاهما ضروري لتتبع الملف.
    هدف المصلحة: إشعار بالتوصل { $acknowledge_days ->
        [zero] في اليوم نفسه
        [one] خلال يوم واحد
        [two] خلال يومين
        [few] خلال { $acknowledge_days } أيام
        [many] خلال { $acknowledge_days } يوماً
       *[other] خلال { $acknowledge_days } يوم
    }، وجواب { $answer_days ->
        [zero] في اليوم نفسه
        [one] خلال يوم واحد
        [two] خلال يومين
        [few] خلال { $answer_days } أيام
        [many] خلال { $answer_days } يوماً
       *[other] خلال { $answer_days } يوم
    }.
ticket-cancelled = تم الإلغاء. لم يُحفظ أي شيء من هذا الملف.
consent-refused = لا بأس، لن أسجل شيئاً وسأمحو ما قلتموه لي. ما زال بإمكاني أن أجيب عن أسئلتكم.
ticket-found =
    الملف { $reference } ({ $kind }): { $state }.
    فُتح بتاريخ { $opened_on }.
ticket-found-answer = آخر جواب من المصلحة: { $text }
ticket-not-found = لا أجد ملفاً بهذا المرجع وهذا الرمز. المرجو التحقق منهما معاً.
staff-reply =
    جواب الوزارة عن ملفكم { $reference }:
    { $text }
ticket-state-changed = ملفكم { $reference } الآن: { $state }.

kind-complaint = شكاية
kind-suggestion = اقتراح
kind-question = سؤال إلى موظف
state-new = تم التوصل به
state-open = قيد المعالجة
state-waiting-citizen = في انتظار جوابكم
state-waiting-third-party = في انتظار جهة أخرى
state-resolved = تم الحل
state-closed = مغلق
category-consular = قنصلية، جواز، حالة مدنية
category-customs = الجمارك، السيارة
category-justice = العدل
category-social-security = ضمان اجتماعي، تقاعد
category-land-housing = العقار، السكن
category-education = مدرسة، دراسة، منحة
category-programmes = برامج الوزارة
category-associations = الجمعيات
category-other = موضوع آخر

## Boutons

choice-consent-yes = نعم، أوافق
choice-consent-no = لا
choice-contact-none = دون وسيلة اتصال
choice-confirm-yes = نعم، أرسلها
choice-confirm-no = لا، أريد التصحيح
choice-cancel = إلغاء
choice-programmes = البرامج
choice-complaint = تقديم شكاية
choice-check = تتبع ملفي
choice-agent = التحدث إلى موظف

## Erreurs de saisie

error-malformed-request = تعذرت قراءة الطلب ({ $field }).
error-empty-message = الرسالة فارغة. اكتبوا سؤالكم في بضع كلمات.
error-message-too-long = الرسالة طويلة جداً: { $length ->
        [zero] { $length } حرف
        [one] حرف واحد
        [two] حرفان
        [few] { $length } أحرف
        [many] { $length } حرفاً
       *[other] { $length } حرف
    }، والحد الأقصى { $limit }. قسموها إلى عدة رسائل.
error-unknown-conversation = هذه المحادثة لم تعد موجودة. لنبدأ من جديد.
error-unknown-choice = هذا الزر لم يعد صالحاً هنا. اكتبوا طلبكم من فضلكم.
error-conversation-busy = ما زلت أعالج رسالتكم السابقة. أعيدوا المحاولة بعد لحظة.
error-not-found = هذا العنوان غير موجود.
error-method-not-allowed = هذا العنوان لا يقبل هذه الطريقة.
error-internal-error = حدث مشكل تقني. رسالتكم لم تضع: أعيدوا المحاولة.

## Telegram

telegram-used-choice = سبق استعمال هذا الاختيار.
telegram-only-text = لا أقرأ حالياً إلا النصوص. اكتبوا لي طلبكم من فضلكم.
telegram-edited = رأيت تصحيحكم. إن كان يغير طلبكم، فأرسلوه في رسالة جديدة.
telegram-private-only = أجيب في المحادثات الخاصة فقط.
command-start = البدء
command-help = مساعدة
command-langue = تغيير اللغة
command-programmes = البرامج
command-plainte = تقديم شكاية
command-suivi = تتبع ملف
command-annuler = إلغاء ما بدأته
nothing-to-cancel = لا يوجد ما يمكن إلغاؤه.

## Page sans JavaScript

page-title = جسر، مساعد مغاربة العالم
page-question = سؤالكم
page-send = إرسال
