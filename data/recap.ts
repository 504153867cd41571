/** What the talk ends with: the sentence of 2016 as we would write it today, and an answer to each of the three questions. */

/** The sentence in three, from the top of the stack down. */
export const todaysSentence = [
  { id: 'image', text: 'Packaging got a standard', sources: ['oci-image-index'] },
  { id: 'kernel', text: 'Sharing a kernel is cheap', sources: ['docker-security'] },
  { id: 'wall', text: 'The wall is your choice, underneath', sources: ['kata-virt', 'gvisor-platforms'] },
] as const

/** The same in full. */
export const todaysSentenceInFull = 'We have containers because packaging and delivery got a standard, and because sharing a kernel is cheap. The isolation is a choice you make underneath.'

/** Questions as the parts of the talk ask them. `short` is for the stage. */
export const answers = [
  {
    question: 'What is the actual difference?',
    short: 'What they share, and where they cross into it',
    answer: 'What virtual machines and containers share, and where they cross into it.',
    sources: ['manco-2017', 'barham-2003', 'gvisor-intro'],
  },
  {
    question: 'How do they make my life better?',
    short: 'One image everywhere, many guests on one kernel',
    answer: 'One image from laptop to production, and many guests on one kernel.',
    sources: ['oci-image-index'],
  },
  {
    question: 'What do I tell my security team?',
    short: 'A thin wall. For strangers, a second one.',
    answer: 'A thin wall. Good for our own code, hardened and patched; a second wall for everybody else’s.',
    sources: ['docker-security', 'agache-2020', 'k8s-userns'],
  },
] as const
