// The gate, with the real glossary and small passages: what is about health and what is not, in English and not; and how many of a word's places are kept.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileIndex, readGlossary } from '../../src/glossary/compile.ts';
import type { Match } from '../../src/matching/context.ts';
import { type Density, keepFirst } from '../../src/matching/density.ts';
import { createGate, readsEnglish, type Verdict } from '../../src/matching/gate.ts';
import { type Form, openIndex, packIndex } from '../../src/matching/index.ts';
import { readSources } from '../../tools/glossary-files.ts';

const REAL = openIndex(compileIndex(readGlossary(readSources()).entries));

function judge(index: typeof REAL, ...blocks: string[]): Verdict {
  const gate = createGate(index);
  for (const block of blocks) gate.read(block);
  return gate.verdict();
}

/** Passages written as `name: text`, each from the start of a line, its further lines indented. */
const passages = (written: string): [name: string, text: string][] =>
  Array.from(written.matchAll(/^(\S.*?): ([\s\S]*?)(?=\n\S|\n$)/gm), ([, name = '', text = '']) => [
    name,
    text,
  ]);

const HEALTH = passages(`
a scan read at midnight: MRI shows bone marrow edema in the hip and they want to do core decompression. Has anyone had it?
a blood count: Her hemoglobin is low, the doctor says it is anemia, and the ferritin result is not back yet.
a back: I have sciatica from a herniated disc at L5. The pain goes down my leg and my surgeon wants a discectomy.
brittle bones: Osteoporosis makes bones thin and easy to break. Many patients first hear of it after a fracture of the wrist or hip. A DXA
  scan measures bone density. Doctors often prescribe bisphosphonates such as alendronate, and talk about calcium, vitamin D and exercise.
  Side effects include heartburn, and very rarely osteonecrosis of the jaw.
a heart: After a heart attack the muscle is scarred. The heart may then beat out of step, which is called atrial fibrillation, or pump too
  weakly, which is heart failure. Most people take a beta-blocker, a statin and aspirin for years, and some are given a stent in the
  hospital. Cardiac rehabilitation helps patients to get moving again.
joints: Rheumatoid arthritis is an autoimmune disease in which the lining of the joints is inflamed. Morning stiffness, swollen knuckles
  and tiredness are common symptoms. A rheumatologist may start methotrexate early, because treatment in the first months protects the
  joints. Prednisone calms a flare while the slower medicine begins to work.
a discharge letter: This 71-year-old patient was admitted with a hip fracture after a fall at home. He has a history of hypertension and
  atrial fibrillation and takes warfarin. Hip replacement was performed under general anesthesia without complications. He was given
  heparin, walked with a physical therapist on the second day, and goes home with acetaminophen.
a clot: Deep vein thrombosis is a blood clot, usually in the leg. It can break loose and travel to the lung, a pulmonary embolism, which
  is an emergency. Doctors treat it with anticoagulants. Long flights, surgery and pregnancy make it more likely, and so do some cancers.
  The leg is often swollen, warm and painful, but sometimes there are no symptoms at all.
British spelling: Your child's anaemia may be caused by thalassaemia or by leukaemia, so the doctor has asked for a blood test and perhaps
  a bone marrow biopsy. It sounds frightening, but the haematologist will explain each step.
an operation: Spinal fusion joins two vertebrae so that they no longer move against each other. The surgeon places a bone graft, screws
  and rods. Laminectomy is often done in the same operation when spinal stenosis presses on the nerves. Infection and nonunion are the
  complications people ask about most, and recovery takes months of physical therapy.
a new diagnosis: I was diagnosed with multiple myeloma last week. They start chemotherapy on Monday, then a stem cell transplant.
a study: In this clinical trial, adults with knee osteoarthritis were given either glucosamine or placebo. After two years neither pain
  nor cartilage loss on MRI differed between the groups. The authors conclude that the supplement has no benefit over placebo, although
  side effects were rare. Patients who used ibuprofen or celecoxib reported less pain during flares.
painkillers: Do not mix tramadol with other opioids. Naproxen and diclofenac are NSAIDs, which are different medicines.
a stroke: A transient ischemic attack looks like a stroke but passes within hours. Weakness on one side, a drooping face and slurred
  speech are the signs. It is a medical emergency, because a stroke may follow. In the hospital a CT scan of the brain is done, the
  arteries of the neck are looked at by ultrasound, and an antiplatelet drug is started.
`);

const OTHER = passages(`
zip files: How decompression works: a zip file stores each block with a dictionary, and the reader rebuilds the bytes from it.
  Decompression is fast because nothing has to be searched. If the archive is damaged, a checksum tells, and the rest of the blocks can
  often be saved. Lossy formats behave in another way: the decoder never gets the original samples back.
a court: The court heard the appeal on Tuesday. Counsel argued that the discharge of the jury had been unlawful and that the second trial
  should not have been allowed. The judge granted a stay, noted the acute public interest in the case, and asked both sides for written
  statements on the culture of the police unit before sentence is passed.
a garden: Graft the apple in March, when the stock is in sap. Cut both pieces at a slant, bind the joint with tape and seal the wound with
  wax. Marrow and beans can follow in May. A mulch of bark keeps the cells of the seed tray moist, and a little calcium in the water helps
  against blossom rot. Drain heavy soil before planting, and remove any branch with canker.
swimming: Keep the stroke long and the hips high. In butterfly the pulse of the kick comes from the chest, in backstroke from the hip.
  Shoulder rotation sets the rhythm. Swim the first lap easy, breathe on both sides, and let the heart rate come down before the next set.
a car: The front shock absorbers are worn and the left spring is broken. While the brakes are apart, replace the discs and bleed the
  lines. Check the transmission fluid, the joint of the drive shaft and the rubber boots. A compression test of all cylinders tells
  whether the engine is healthy. Traction on wet roads depends on the tyres more than on anything else.
diving: Plan the ascent before you go down. The tables give the stops: three minutes at nine metres, eight at six. A deep dive with long
  decompression needs more gas than most people think, so carry a second cylinder and agree with your buddy when to turn back. The boat
  will drop a line at the reef, and the current there is strongest an hour after low water.
music: The slow movement opens with a pulse in the strings. The organ enters in bar twelve, the chorus in bar forty. Chronic retuning was
  the price of gut strings, and the cello part asks for a left hand of unusual reach. A progressive change of key leads to the finale,
  where all themes return over a pedal in the bass.
stars: The mass of the star is eight times that of the Sun. In its core the fusion of hydrogen has ended; the shell contracts, and
  radiation pushes the outer layers away. The nova was a transient, seen for eleven nights. At inferior conjunction the planet cannot be
  seen at all, while the superior planets are best at opposition.
a kitchen: Roast the bones with the marrow in them, then simmer with onion and peppercorns for six hours. Remove the fat and reduce the
  stock by half. Slice the liver thinly, dust it with flour and fry it in butter with sage. Serve with kidney beans, a salad of blood
  orange and fennel, and bread to take up the juices.
money: Acute pressure on the currency eased after the central bank stepped in. The remission of duties helps exporters, but chronic
  deficits remain. Analysts expect a transfusion of capital into the weaker banks. A positive outlook lifted shares; bonds recovered from
  the shock of last week, and the recession that many feared has not come.
software: The dependency injection container builds the graph at start. A regression in the last release left dead nodes in the tree, and
  cell renderers were called twice. Run the health check, look at the heart of the event loop, and attach a profiler. The transplant of
  the old module into the new monorepo broke the tests; the patch fixes the race and adds a stress test.
a film: The cast is superb. She plays a retired spy with a broken heart and a dry wit, he the son who never writes. A discharge of tension
  after two hours of silence makes the last scene a shock. The director of photography shoots the harbour in cold blue, and the score
  hardly raises its voice. In the cinemas from Friday.
football: The home side lost its nerve after the break. Their captain has been the spine of this team for years, but his knee is injured
  and nobody took his place in the heart of the defence. Two late goals hurt, and the coach looked sick on the bench. On Saturday they
  meet the leaders, who have not dropped a point since October and are favourites to keep the cup.
rocks: The fault cuts the limestone at a steep angle. A fracture zone some metres wide is filled with calcite, and the dislocation of the
  beds can be followed for a mile. Erosion has left a spur of harder stone to the north. Magnesium and iron colour the upper strata.
shopping: Free delivery on orders over thirty pounds. Our cotton pillows keep their shape for years and are kind to sensitive skin. Choose
  your size and colour, add them to the basket and pay as you like. Returns are accepted within a month, no questions asked.
an airport: Hand luggage goes through the X-ray, coats and belts too. Liquids belong in a clear bag. If you carry medicine, have the
  prescription ready. Gates close twenty minutes before departure, and late passengers are not let on board.
parking: Ultrasound sensors in the bumper warn when the wall is near. The emergency brake acts by itself below thirty miles an hour.
  Leather seats and a heated wheel cost extra; the roof box carries four pairs of skis.
politics: The party needs a transfusion of young blood. Its heart still beats in the small towns, but in the cities nobody under forty has
  joined for years, and the leaders who remain would rather quarrel about the past than open a window.
fossils: The skull was put through computed tomography, and the scans show teeth that nobody had seen. The bones of the inner ear tell
  that the animal heard low sounds well. It lived in the reeds of a lake, ate snails and laid its eggs on sandy shores. Museums in three
  countries now hold casts of it, and the original went back to the valley where it was found.
the leaves of plants: Oedema of pelargoniums shows as corky swellings under the leaves. It is not a disease and no virus causes it; the
  roots take up more water than the leaves can lose. Give more air, water less, and do not remove the affected leaves. Necrosis of the
  leaf edges has other causes, such as too much feed. Nothing cures old leaves, but new growth will be sound.
a school: Pupils learn in small groups, at their own pace. The art room has a kiln, the library a reading corner with cushions. Parents
  are welcome on Fridays. The nurse and the caretaker have offices near the gate, and the bus stops opposite.
`);

const FOREIGN = passages(`
German: Die Hepatitis ist eine Entzündung der Leber. Bei Angina, Arthritis oder Osteoporose wird der Arzt mit dem Patienten sprechen, und
  nicht jede Metastase oder Thrombose ist im MRI zu sehen. Heparin und Ibuprofen werden auch bei Gastritis nicht empfohlen.
German, short: Das MRI zeigt ein Angioma und eine Osteonecrosis, und die Arthritis ist nicht besser.
Spanish: La artritis y la angina de pecho no son lo mismo. El hospital recomienda una biopsia y un MRI para los pacientes con fractura, y
  el tumor se trata con metformina o con ibuprofeno. La hepatitis y la sepsis pueden ser graves, por lo que el doctor las vigila.
Spanish, short: El hematoma y la sepsis son graves; la angina y la sinusitis no siempre, según el hospital.
French: La fracture de la hanche est grave pour les patients avec une arthrose. Le cartilage et le ligament sont vus sur une IRM. La
  morphine et le paracétamol sont prescrits dans le service, et la biopsie du tissu est faite avec une aiguille. Une infection est
  possible.
French, short: Une infection du ligament ou du cartilage est une complication grave pour les patients.
`);

describe('the real glossary', () => {
  test('is asked about enough', () => {
    expect([HEALTH.length, OTHER.length, FOREIGN.length]).toEqual([14, 21, 6]);
  });

  test.each(HEALTH)('is about health: %s', (_name, text) => {
    expect(judge(REAL, text)).toEqual({ english: true, medical: true });
  });

  test.each(OTHER)('is not: %s', (_name, text) => {
    expect(judge(REAL, text)).toEqual({ english: true, medical: false });
  });

  test.each(FOREIGN)('is not English: %s', (_name, text) => {
    expect(judge(REAL, text)).toEqual({ english: false, medical: false });
  });

  test('a page of many matters and one word of health stays closed, a page of health opens', () => {
    const others = OTHER.filter(([name]) => /court|diving|music|stars|film|shopping|school/.test(name));
    expect(
      judge(REAL, ...others.map(([, text]) => text), 'My knee has osteoarthritis, says the doctor.').medical,
    ).toBe(false);
    expect(judge(REAL, 'Home. News. Contact.', ...HEALTH.map(([, text]) => text), 'Imprint.').medical).toBe(
      true,
    );
  });

  test('the order of blocks changes no verdict', () => {
    const sentences = [...HEALTH, ...OTHER, ...FOREIGN].flatMap(([, text]) => text.split(/(?<=\.)\s+/));
    const some = fc.subarray(sentences, { minLength: 1, maxLength: 30 });
    const orders = some.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(orders, ([some, shuffled]) => {
        expect(judge(REAL, ...shuffled)).toEqual(judge(REAL, ...some));
      }),
    );
  });
});

describe('evidence', () => {
  const forms: Form[] = [
    ...['alphitis', 'betitis', 'gammitis'].map((text): Form => ({ text, id: text, clinical: true })),
    { text: 'inflammation of the alpha', id: 'alphitis', clinical: true },
    ...['deltoid', 'epsiloid', 'zetoid', 'etoid'].map((text): Form => ({ text, id: text })),
    { text: 'cast', id: 'cast', cues: ['plaster'], clinical: true },
  ];
  const index = openIndex(packIndex(forms));
  /** A text made as long as asked with a word that says nothing but that it is English. */
  const long = (text: string, words: number): string =>
    `${text}${' the'.repeat(words - text.split(' ').length)}`;

  test.each<[name: string, text: string, medical: boolean]>([
    ['nothing', '', false],
    ['one clinical term', 'the alphitis', false],
    ['with a health word', 'the alphitis of a patient', true],
    ['with another term', 'the alphitis of the deltoid', true],
    ['two clinical terms', 'alphitis or betitis', true],
    ['one, often', 'the alphitis, the alphitis and the inflammation of the alpha', false],
    [
      'no clinical term',
      'the deltoid, epsiloid, zetoid, etoid of a patient in the hospital of the doctor',
      false,
    ],
    [
      'an ambiguous one, whatever its cues',
      'the plaster cast of a patient, the nurse, the doctor, the surgeon',
      false,
    ],
    ['8 points in 100 words', long('alphitis betitis patient doctor', 100), true],
    ['7 points in 100 words', long('alphitis betitis patient', 100), false],
    ['7 points in 90 words', long('alphitis betitis patient', 90), true],
    ['7 points in 91 words', long('alphitis betitis patient', 91), false],
    ['4 points in 60 words', long('alphitis patient', 60), true],
    ['4 points in 61 words', long('alphitis patient', 61), false],
    [
      'one clinical term and health words, of which four count',
      long('alphitis patient doctor nurse hospital surgeon clinic pain', 100),
      false,
    ],
    ['with another term too', long('alphitis deltoid patient doctor nurse hospital surgeon', 100), true],
    ['an initial is no foreign word', 'the alphitis and betitis, said Dr E Marlow and Dr Y Crane', true],
    ['health words, each once', long('alphitis patient patient patient patient patient', 100), false],
    ['a word of another topic counts against it', long('alphitis betitis patient doctor player', 100), false],
    [
      'of which four count',
      long('alphitis betitis gammitis patient doctor nurse player jury orbit lawn guitar', 100),
      true,
    ],
    ['a word its company decides', long('alphitis a plaster cast patient doctor nurse surgeon', 100), true],
    ['beside one health word', long('alphitis deltoid epsiloid zetoid a plaster cast patient', 100), false],
    [
      'far from all company',
      long(`alphitis patient doctor nurse surgeon${' the'.repeat(25)} cast`, 100),
      false,
    ],
    [
      'beside a word of another topic',
      long('alphitis deltoid epsiloid a plaster cast patient doctor player', 100),
      false,
    ],
    ['no term without another sense', long('a plaster cast patient doctor nurse surgeon', 30), false],
    [
      'no clinical term, many others and health words',
      'the deltoid, epsiloid, zetoid and etoid, the plaster cast of a patient in the hospital of the doctor, the nurse',
      true,
    ],
    ['one word in 50', long('alphitis betitis patient doctor', 200), true],
    ['less than one in 50', long('alphitis betitis patient doctor', 201), false],
    ['repeated, they are one in 50', long('alphitis betitis patient doctor patient', 201), true],
    ['no function words', 'alphitis betitis', true],
    ['not English', 'die alphitis und die betitis', false],
    ['as much English as not', 'the alphitis der betitis', false],
  ])('%s: %s', (_name, text, medical) => {
    expect(judge(index, text).medical).toBe(medical);
  });

  test('is counted over all blocks', () => {
    expect(judge(index, 'the alphitis', 'of', 'a patient').medical).toBe(true);
  });

  test('found are the distinct terms that are not ambiguous', () => {
    const gate = createGate(index);
    gate.read('alphitis, deltoid, cast, patient');
    gate.read('alphitis, inflammation of the alpha, etoid');
    expect(gate.found).toBe(3);
  });

  test.each([
    ['page', 60_000],
    ['part', 12_000],
  ] as const)('nothing counts that stands behind what the gate of a %s reads', (of, reads) => {
    const gate = createGate(index, of);
    gate.read('the '.repeat(reads / 4 - 1));
    expect(gate.full).toBe(false);
    gate.read(long('alphitis betitis', 10));
    expect([gate.full, gate.found]).toEqual([true, 2]);
    const verdict = gate.verdict();
    gate.read('gammitis patient doctor '.repeat(5000));
    expect([gate.found, gate.verdict()]).toEqual([2, verdict]);
  });
});

describe('an article, post or comment', () => {
  const forms: Form[] = ['alphitis', 'betitis'].map((text) => ({ text, id: text, clinical: true }));
  const index = openIndex(packIndex(forms));
  const long = (text: string, words: number): string =>
    `${text}${' the'.repeat(words - text.split(' ').length)}`;

  test.each<[name: string, text: string, onHealthPage: boolean, onOther: boolean]>([
    ['a short one', 'Thank you all', true, false],
    ['a short one about health', 'the alphitis or the betitis', true, false],
    ['39 words about something else', long('the players', 39), true, false],
    ['40 words about something else', long('the players', 40), false, false],
    ['40 words, a health word', long('the doctor', 40), false, false],
    ['40 words, two health words', long('the doctor and the patient', 40), true, false],
    [
      '40 words, two health words and the players',
      long('the doctor, the patient, the players', 40),
      false,
      false,
    ],
    ['40 words, a term', long('the alphitis', 40), true, false],
    ['40 words about health', long('the alphitis or the betitis', 40), true, true],
    ['not in English', `die alphitis und die betitis ${'der '.repeat(40)}`, false, false],
  ])('%s', (_name, text, onHealthPage, onOther) => {
    const gate = createGate(index, 'part');
    gate.read(text);
    expect([gate.isPartOpen(true), gate.isPartOpen(false)]).toEqual([onHealthPage, onOther]);
  });
});

describe('one block', () => {
  test.each<[text: string, english: boolean | undefined]>([
    ['The hepatitis of the mother was treated before the birth of her child.', true],
    ['Die Hepatitis der Mutter wurde vor der Geburt des Kindes mit Erfolg behandelt.', false],
    ['La hepatitis de la madre fue tratada antes del parto por el doctor.', false],
    ['L’hépatite de la mère est suivie par le médecin dans une clinique.', false],
    ['Hepatitis, angina, osteoporosis, thrombosis, gastritis, sinusitis, sepsis, tumor', undefined],
    ['This is the hepatitis of the', undefined],
    ['Yours sincerely, Dr E Marlow, a consultant in rheumatology here', true],
    ['', undefined],
  ])('%s reads as English: %s', (text, english) => {
    expect(readsEnglish(text)).toBe(english);
  });
});

describe('density', () => {
  const match = (start: number, ...ids: string[]): Match => ({ start, end: start + 1, ids });
  const matches = [
    match(0, 'a'),
    match(2, 'b'),
    match(4, 'a'),
    match(6, 'a', 'b'),
    match(8, 'b'),
    match(9, 'a', 'b'),
  ];

  test.each<[density: Density, taken: string[], starts: number[], takenAfter: string[]]>([
    ['all', ['a'], [0, 2, 4, 6, 8, 9], ['a']],
    ['page', [], [0, 2, 6], ['a', 'b', 'a b']],
    ['section', [], [0, 2, 6], ['a', 'b', 'a b']],
    ['section', ['b'], [0, 6], ['b', 'a', 'a b']],
    ['page', ['a', 'b', 'a b'], [], ['a', 'b', 'a b']],
  ])('%s with %j taken', (density, taken, starts, takenAfter) => {
    const set = new Set(taken);
    expect(keepFirst(matches, density, set).map(({ start }) => start)).toEqual(starts);
    expect([...set]).toEqual(takenAfter);
  });

  test('reading in two goes keeps what reading in one does', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c').map((id) => match(0, id)));
    fc.assert(
      fc.property(some, some, (first, second) => {
        const taken = new Set<string>();
        const parts = [first, second].flatMap((part) => keepFirst(part, 'page', taken));
        expect(parts).toEqual(keepFirst([...first, ...second], 'page', new Set()));
      }),
    );
  });
});
