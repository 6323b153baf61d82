# الهضرة ديال «جسر» بالدارجة (بالحروف العربية). نفس المفاتيح اللي ف fr وar وary-Latn.
# جمل قصار، بلا نتا/نتي قد ما يمكن، وماشي الفصحى مترجمة. باش تتأكد: make lint

## Accueil et politesse

greet = السلام عليكم، أنا جسر، المساعد ديال مغاربة العالم. فاش نقدر نعاونك؟
goodbye = بسلامة، الله يعاون.
thank = بلا جميل.
help =
    نقدر:
    - نجاوب على الأسئلة ديالك على البرامج ديال مغاربة العالم، ونقول ليك منين جبت الجواب؛
    - نسجل ليك شكاية ولا اقتراح؛
    - نشوف ليك فين وصل الدوسي، بالنمرة والكود ديالو؛
    - ندوز السؤال ديالك لشي موظف.
    بالعربية، بالفرنسية ولا بالدارجة، كيف ما بغيتي.
first-contact-notice = أنا مساعد آلي، ماشي بنادم. الهضرة ديالنا كتبقى محفوظة 30 يوم باش نحسنو الخدمة. إلا كتبتي «المعطيات ديالي» نشرح ليك كثر.
affirm-nothing = واخا. فاش نقدر نعاونك؟
deny-nothing = ماشي مشكل. أنا هنا إلا كان عندك شي سؤال.
out-of-scope = هادشي ما كنعرفش ليه. كنجاوب على البرامج ديال مغاربة العالم وكنسجل الشكايات.
other-language = كنفهم العربية، الفرنسية والدارجة. تقدر تكتب بوحدة فيهم، ولا بغيتي شي موظف يجاوبك؟
my-data =
    هادشي اللي كنخلي عندي:
    - الهضرة ديالنا، 30 يوم؛
    - الدوسيات ديالك (شكاية، اقتراح، سؤال)، غير إلا قلتي واخا.
    من حقك تشوف المعطيات ديالك، تصححهم ولا تطلب يتمسحو (القانون 09.08). باش تطلب هادشي، خاصك تهضر مع شي موظف.

## Langue

which-language = بشمن لغة نكملو؟
language-changed = واخا، نكمل بالدارجة.
language-ar = العربية
language-fr = Français
language-ary = الدارجة
language-ary-latn = Darija

## Réponses sur les programmes

list-programmes = { $count ->
    [zero] دابا ما لقيت حتى برنامج فالاستراتيجية ديال مغاربة العالم.
    [one] ها البرنامج اللي كاين فالاستراتيجية ديال مغاربة العالم.
    [two] الاستراتيجية ديال مغاربة العالم فيها جوج برامج. شمن واحد بغيتي؟
    [few] الاستراتيجية ديال مغاربة العالم فيها { $count } ديال البرامج. شمن واحد بغيتي؟
    [many] الاستراتيجية ديال مغاربة العالم فيها { $count } برنامج. شمن واحد بغيتي؟
   *[other] الاستراتيجية ديال مغاربة العالم فيها { $count } برنامج. شمن واحد بغيتي؟
}
did-you-mean = ما عرفتش واش فهمت مزيان. واش السؤال على:
unknown = ما عنديش جواب أكيد على هاد السؤال، وما بغيتش نجيب ليك شي حاجة من راسي. ندوزو لشي موظف يجاوبك؟
facet-missing = على «{ $topic }»، المصادر اللي عندي ما فيهم والو على هاد النقطة. نقدر نقول ليك شنو كنعرف من غير هادشي، ولا ندوز السؤال ديالك لشي موظف.
facet-overview = بجوج كلمات
facet-eligibility = شكون عندو الحق؟
facet-documents = شنو هما الوراق؟
facet-procedure = كيفاش ندير؟
facet-amount = شحال؟
facet-deadline = إمتى، وشحال ديال الوقت؟
facet-contact = معامن نهضر؟
facet-status = واش باقي خدام؟
source-line = { $title } ({ $date })
source-undated = بلا تاريخ
sources-title = منين جبت هادشي

## Quand je ne comprends pas

not-understood = ما فهمتش مزيان. تقدر تعاودها ليا بطريقة أخرى، بشي كلمات قلال؟
not-understood-again = مازال ما فهمتش، ما يكونش فخاطرك. شي موظف يقدر يجاوبك.
internal-error = وقع مشكل تقني وما قدرتش نجاوبك على هادشي. ما ضاع والو: تقدر تعاود، ولا خلي الطلب ديالك لشي موظف.
degraded-unknown = دابا كنفهم قل من العادة. الأحسن كلمة وحدة ساهلة («المنحة»، «نقل الجثمان»)، ولا خلي ليا شكاية.

## Dossier : les questions

ask-consent = باش نحل ليك دوسي، خاصني نسجل الكلام ديالك. غادي يقراوه الموظفين ديال الوزارة، غير باش يجاوبوك (القانون 09.08). نسجلو، واخا؟
ask-category = شنو هو الموضوع؟
ask-country = فإينا بلاد واقع هادشي؟
ask-description = حكي ليا شنو واقع، بالكلام ديالك: شنو، فين، ومن إمتى.
ask-contact = كيفاش نتاصلو بيك؟ عطيني إيميل ولا نمرة ديال التيليفون. إلا ما كانوش، غادي تتبع الدوسي بالكود ديالو.
ask-confirmation =
    ها الشكاية ديالك:
    - الموضوع: { $category }
    - البلاد: { $country }
    - شنو واقع: { $description }
    - كيفاش نتاصلو بيك: { $contact }
    نصيفطها؟
ask-reference = عطيني النمرة ديال الدوسي (كتبدا ب MDM) والكود ديالو، فيه 6 ديال الحروف ولا الأرقام.
ask-code = باقي خاصني الكود ديال هاد الدوسي، فيه 6 ديال الحروف ولا الأرقام.
unclear-consent = ما فهمتش: واخا ولا لا؟
unclear-category = ما عرفتش شمن موضوع هادا.
unclear-country = ما عرفتش شمن بلاد هادي.
unclear-description = باقي خاصني شي كلمات على اللي واقع.
unclear-contact = ما لقيت لا إيميل لا نمرة ديال التيليفون. إلا ما بغيتيش تعطيهم، تقدر تكتب غير «والو».
unclear-confirmation = خاصني «واخا» باش نصيفطها، ولا شنو نبدل (بحال: «لا، بلجيكا»). «لغي كلشي» كتمسح كلشي.
contact-none = والو

## Dossier : l'issue

ticket-opened =
    صافي، تسجل كلشي ({ $kind }).
    نمرة الدوسي: { $reference }
    الكود: { $code }
    خليهم عندك بجوج، حيت بجوج خاصينك باش تشوف فين وصل الدوسي.
    الهدف ديال المصلحة: نعلموك بلي توصلنا بيه { $acknowledge_days ->
        [zero] فنفس النهار
        [one] فنهار واحد
        [two] فيوماين
        [few] ف { $acknowledge_days } أيام
        [many] ف { $acknowledge_days } يوم
       *[other] ف { $acknowledge_days } يوم
    }، ونجاوبوك { $answer_days ->
        [zero] فنفس النهار
        [one] فنهار واحد
        [two] فيوماين
        [few] ف { $answer_days } أيام
        [many] ف { $answer_days } يوم
       *[other] ف { $answer_days } يوم
    }.
ticket-cancelled = صافي، تلغا. ما بقا محفوظ والو من هاد الدوسي.
consent-refused = ماشي مشكل، ما غادي نسجل والو وغادي نمسح اللي قلتي ليا. إلا كان عندك شي سؤال، باقي نقدر نجاوبك.
ticket-found =
    الدوسي { $reference } ({ $kind }): { $state }.
    تحل نهار { $opened_on }.
ticket-found-answer = آخر جواب ديال المصلحة: { $text }
ticket-not-found = ما لقيتش شي دوسي بهاد النمرة وهاد الكود. عافاك، خاصك تراجعهم بجوج.
staff-reply =
    الوزارة جاوبات على الدوسي ديالك { $reference }:
    { $text }
ticket-state-changed = الدوسي ديالك { $reference } دابا: { $state }.

kind-complaint = شكاية
kind-suggestion = اقتراح
kind-question = سؤال لشي موظف
state-new = توصلنا بيه
state-open = خدامين عليه
state-waiting-citizen = كنتسناو الجواب ديالك
state-waiting-third-party = كنتسناو إدارة أخرى
state-resolved = تحل المشكل
state-closed = تسد
category-consular = قنصلية، باسبور، حالة مدنية
category-customs = الديوانة، الطوموبيل
category-justice = المحكمة والعدل
category-social-security = الضمان الاجتماعي، التقاعد
category-land-housing = الأرض، السكنى
category-education = المدرسة، القراية، المنحة
category-programmes = البرامج ديال الوزارة
category-associations = الجمعيات
category-other = حاجة أخرى

## Boutons

choice-consent-yes = آه، واخا
choice-consent-no = لا
choice-contact-none = بلا نمرة بلا إيميل
choice-confirm-yes = آه، صيفطها
choice-confirm-no = لا، نبدل شي حاجة
choice-cancel = لغي كلشي
choice-programmes = البرامج
choice-complaint = بغيت نشكي
choice-check = فين وصل الدوسي ديالي
choice-agent = نهضر مع شي موظف

## Erreurs de saisie

error-malformed-request = ما قدرتش نقرا هاد الطلب ({ $field }).
error-empty-message = الرسالة خاوية. خاص شي كلمات على السؤال ديالك، عافاك.
error-message-too-long = الرسالة طويلة بزاف: { $length ->
        [zero] { $length } حرف
        [one] حرف واحد
        [two] جوج ديال الحروف
        [few] { $length } ديال الحروف
        [many] { $length } حرف
       *[other] { $length } حرف
    }، والحد هو { $limit }. خاصك تقسمها على جوج رسائل ولا كثر.
error-unknown-conversation = هاد المحادثة ما بقاتش. يالاه نعاودو من اللول.
error-unknown-choice = هاد البوطونة ما بقاتش خدامة هنا. تقدر تكتب الطلب ديالك، عافاك.
error-conversation-busy = باقي خدام على الرسالة اللي قبل. تقدر تعاود من دابا شوية.
error-not-found = هاد العنوان ما كاينش.
error-method-not-allowed = هاد العنوان ما كيقبلش هاد الطريقة.
error-internal-error = وقع مشكل تقني. الرسالة ديالك ما ضاعتش: تقدر تعاود.

## Telegram

telegram-used-choice = هاد الاختيار ديجا تستعمل.
telegram-only-text = دابا كنقرا غير الكتابة. خاصك تكتب ليا الطلب ديالك، عافاك.
telegram-edited = شفت التصحيح ديالك. إلا كيبدل الطلب، خاصك تصيفطو فرسالة جديدة.
telegram-private-only = كنجاوب غير فالمحادثة الخاصة.
command-start = نبداو
command-help = معاونة
command-langue = نبدل اللغة
command-programmes = البرامج
command-plainte = بغيت نشكي
command-suivi = فين وصل الدوسي
command-annuler = نلغي هادشي اللي بديت
nothing-to-cancel = ما كاين والو باش يتلغا.

## Page sans JavaScript

page-title = جسر، المساعد ديال مغاربة العالم
page-question = السؤال ديالك
page-send = صيفط
