/** What is said around the talk with the choreographer. */
export interface ChatWords {
  title: string;
  welcome: string;
  welcomeText: string;
  examplesTitle: string;
  /** As dancers talk, in both languages: the choreographer understands either. */
  examples: readonly string[];
  box: string;
  boxHint: string;
  boxHintLater: string;
  send: string;
  stop: string;
  stopping: string;
  left: (characters: number) => string;
  you: string;
  choreographer: string;
  thinking: string;
  asks: string;
  answerWith: string;
  stopped: string;
  videoStopped: string;
  failed: string;
  again: string;
  noAnswer: string;
  gone: string;
  steps: (count: number) => string;
  stepsOpen: string;
  stepState: Record<"running" | "done" | "refused", string>;
  details: string;
  planner: (model: string) => string;
  changed: string;
  move: (number: number) => string;
  isNew: (name: string) => string;
  isGone: (name: string) => string;
  allChanges: (count: number) => string;
  practise: string;
  showDance: string;
  videoGone: string;
  makeVideo: string;
  goOn: string;
  suggestions: readonly string[];
  undo: string;
  conversations: string;
  noConversations: string;
  newOne: string;
  spokenOn: (when: string, turns: number) => string;
  forget: (title: string) => string;
  forgetTitle: string;
  forgetText: string;
  forgetDo: string;
  untitled: string;
  all: string;
  unknownTitle: string;
  unknown: string;
  toTheMaking: string;
}

export const en: ChatWords = {
  title: "Chat",
  welcome: "What shall we dance?",
  welcomeText:
    "Say it as you would to a friend: a mood, a level, a song, moves you love or cannot stand. Then change it by talking.",
  examplesTitle: "For example",
  examples: [
    "Slow and romantic, we just started, no head rolls",
    "Something playful with body waves, one minute and a half",
    "Algo con marcha, nivel medio, empieza con un básico",
    "Sensual, advanced, lots of turns and a strong ending",
  ],
  box: "Your words",
  boxHint: "Slow, romantic, two months in…",
  boxHintLater: "Slower ending, no more turns…",
  send: "Send",
  stop: "Stop",
  stopping: "Stopping…",
  left: (characters) => (characters === 1 ? "1 character left" : `${characters} characters left`),
  you: "You",
  choreographer: "Choreographer",
  thinking: "Reading your words…",
  asks: "A question for you",
  answerWith: "Answer with",
  stopped: "You stopped this before it was answered.",
  videoStopped: "You stopped the video. The plan stays as described.",
  failed: "This did not work out.",
  again: "Ask again",
  noAnswer: "There is no answer to this one.",
  gone: "What was danced here was deleted.",
  steps: (count) => (count === 1 ? "How: 1 step" : `How: ${count} steps`),
  stepsOpen: "Step by step",
  stepState: { running: "under way", done: "done", refused: "not possible" },
  details: "Details",
  planner: (model) => `Planned by ${model}`,
  changed: "What changed",
  move: (number) => `Move ${number}`,
  isNew: (name) => `${name}, new`,
  isGone: (name) => `${name}, gone`,
  allChanges: (count) => `All ${count} changes`,
  practise: "Practise it",
  showDance: "Show the dance and its steps",
  videoGone: "This video is no longer here.",
  makeVideo: "Make the video",
  goOn: "Change it",
  suggestions: [
    "Slower ending",
    "Harder second half",
    "Start with a basic",
    "More turns",
    "Shorter",
    "Another song",
  ],
  undo: "Undo",
  conversations: "Conversations",
  noConversations: "What you talk about stays here, to go on with whenever you like.",
  newOne: "New conversation",
  spokenOn: (when, turns) => `${when} · ${turns === 1 ? "1 message" : `${turns} messages`}`,
  forget: (title) => `Delete “${title}”`,
  forgetTitle: "Delete this conversation?",
  forgetText: "What was said is forgotten for good. The dances made here stay under Saved.",
  forgetDo: "Delete it",
  untitled: "Without words",
  all: "All conversations",
  unknownTitle: "This conversation is not here",
  unknown: "It was deleted, or it belongs to somebody else.",
  toTheMaking: "See what is in the making",
};
