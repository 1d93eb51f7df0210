import type { Category, Difficulty, Energy, SectionLabel, Style, TaskStage } from "@/shared/api/types";

/** What every language says; a missing sentence does not compile. */
export interface Messages {
  brand: string;
  motto: string;
  places: Record<"label" | "dance" | "chat" | "library" | "saved" | "classes" | "profile" | "skip", string>;
  actions: {
    close: string;
    cancel: string;
    tryAgain: string;
    showMore: string;
    remove: string;
    toSongs: string;
    reload: string;
  };
  loading: string;
  difficulty: Record<Difficulty, string>;
  energy: Record<Energy, string>;
  style: Record<Style, string>;
  section: Record<SectionLabel, string>;
  category: Record<Category, string>;
  auth: {
    signIn: string;
    signUp: string;
    signOut: string;
    email: string;
    password: string;
    passwordHint: string;
    displayName: string;
    newHere: string;
    knownHere: string;
    signingIn: string;
    signingUp: string;
    promise: string;
  };
  songs: {
    title: string;
    search: string;
    searchHint: string;
    found: (count: number) => string;
    none: (search: string) => string;
    noneTitle: string;
    empty: string;
    emptyTitle: string;
    clear: string;
    listen: (title: string) => string;
    stop: (title: string) => string;
    tempo: (bpm: number) => string;
    previewFailed: string;
    chosen: (title: string) => string;
  };
  generate: {
    title: string;
    difficulty: string;
    energy: string;
    style: string;
    matches: (matching: number, total: number) => string;
    noMatch: string;
    counting: string;
    chooseFirst: string;
    change: string;
    start: string;
    starting: string;
  };
  task: {
    untitled: string;
    title: string;
    stage: Record<TaskStage, string>;
    next: (stage: string) => string;
    last: string;
    percent: (progress: number) => string;
    steps: string;
    leave: string;
    cancel: string;
    cancelling: string;
    offlineTitle: string;
    offline: string;
    lost: string;
    failedTitle: string;
    cancelledTitle: string;
    cancelled: string;
    again: string;
    unknownTitle: string;
    unknown: string;
  };
  player: {
    play: string;
    pause: string;
    position: string;
    positionText: (time: string, total: string, move: string | null) => string;
    count: string;
    tap: string;
    toCount: (count: number) => string;
    now: string;
    next: (name: string, counts: number) => string;
    lastMove: string;
    noMove: string;
    moves: (count: number) => string;
    jump: (name: string, time: string) => string;
    counts: (beats: number) => string;
    why: string;
    loop: string;
    loopShort: string;
    looping: string;
    mirror: string;
    captions: string;
    fullscreen: string;
    speed: string;
    slower: string;
    faster: string;
    normalSpeed: string;
    previousMove: string;
    nextMove: string;
    shortcuts: string;
    shortcut: Record<ShortcutName, string>;
    videoFailedTitle: string;
    videoFailed: string;
    compromises: string;
    timeline: string;
  };
  settings: {
    title: string;
    language: string;
    languageName: { en: string; es: string };
    theme: string;
    themeName: { system: string; dark: string; light: string };
  };
  errors: {
    title: string;
    notFoundTitle: string;
    notFound: string;
    brokenTitle: string;
    broken: string;
    unreachableTitle: string;
    /** Plain words for the codes we know; the server's own sentence stands in for the others. */
    byCode: Partial<Record<string, string>>;
    reference: (id: string) => string;
  };
}

export type ShortcutName =
  | "play"
  | "countBack"
  | "countForward"
  | "phraseBack"
  | "phraseForward"
  | "previousMove"
  | "nextMove"
  | "loop"
  | "loopStart"
  | "loopEnd"
  | "mirror"
  | "slower"
  | "faster"
  | "captions"
  | "fullscreen"
  | "help";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en: Messages = {
  brand: "Bachata Buddy",
  motto: "Choose a song. Watch a couple dance it, every move on the count.",
  places: {
    label: "Places",
    dance: "Dance",
    chat: "Chat",
    library: "Library",
    saved: "Saved",
    classes: "Classes",
    profile: "You",
    skip: "Skip to the page",
  },
  actions: {
    close: "Close",
    cancel: "Keep it",
    tryAgain: "Try again",
    showMore: "Show more",
    remove: "Delete",
    toSongs: "Choose a song",
    reload: "Reload the page",
  },
  loading: "One moment…",
  difficulty: { beginner: "Beginner", intermediate: "Intermediate", advanced: "Advanced" },
  energy: { low: "Low", medium: "Medium", high: "High" },
  style: { romantic: "Romantic", energetic: "Energetic", sensual: "Sensual", playful: "Playful" },
  section: { intro: "Intro", verse: "Verse", chorus: "Chorus", mambo: "Mambo", outro: "Outro" },
  category: {
    arm_styling: "Arm styling",
    basic: "Basic",
    bodywaves: "Body waves",
    bolero: "Bolero",
    cross_body_lead: "Cross body lead",
    footwork: "Footwork",
    golpes: "Golpes",
    hammerlock: "Hammerlock",
    headrolls: "Head rolls",
    hiprolls: "Hip rolls",
    intros: "Intro",
    ladyturn: "Lady turn",
    outro: "Outro",
    shadow: "Shadow position",
    spin: "Spin",
    style: "Styling",
  },
  auth: {
    signIn: "Sign in",
    signUp: "Create an account",
    signOut: "Sign out",
    email: "Email",
    password: "Password",
    passwordHint: "At least 10 characters. A short sentence works well.",
    displayName: "What should we call you?",
    newHere: "New here?",
    knownHere: "Already dancing with us?",
    signingIn: "Signing in…",
    signingUp: "Creating your account…",
    promise: "Pick a song and a mood. A couple dances it for you, and you practise it until it is yours.",
  },
  songs: {
    title: "Choose a song",
    search: "Search songs",
    searchHint: "Title or artist",
    found: (count) => plural(count, "song", "songs"),
    none: (search) => `No title or artist has “${search}” in it.`,
    noneTitle: "No song found",
    empty: "Songs appear here as soon as the library holds some.",
    emptyTitle: "No songs yet",
    clear: "Show all songs",
    listen: (title) => `Listen to ${title}`,
    stop: (title) => `Stop ${title}`,
    tempo: (bpm) => `${Math.round(bpm)} BPM`,
    previewFailed: "This song would not play. Try it again, or choose another.",
    chosen: (title) => `You chose ${title}`,
  },
  generate: {
    title: "How should it feel?",
    difficulty: "Difficulty",
    energy: "Energy",
    style: "Style",
    matches: (matching, total) => `${matching} of ${total} moves match`,
    noMatch: "No move matches all of this. We will use the nearest ones and tell you which.",
    counting: "Counting the moves…",
    chooseFirst: "Choose a song first",
    change: "Change",
    start: "Make the dance",
    starting: "On our way…",
  },
  task: {
    untitled: "Your dance",
    title: "Your dance is on its way",
    stage: {
      waiting: "Waiting for a free floor",
      analysing: "Listening to the song",
      searching: "Choosing the moves",
      sequencing: "Putting them on the counts",
      assembling: "Cutting the video",
      publishing: "Last touches",
      done: "Ready",
    },
    next: (stage) => `Next: ${stage.toLowerCase()}`,
    last: "This is the last step",
    percent: (progress) => `${Math.round(progress)}%`,
    steps: "Steps",
    leave: "You can leave this page. The dance goes on, and you find it under Saved.",
    cancel: "Cancel this dance",
    cancelling: "Cancelling…",
    offlineTitle: "Nobody is dancing right now",
    offline:
      "The worker that makes the videos is not running. Your dance keeps its place and starts as soon as it is back.",
    lost: "We lost the connection and keep trying. The dance itself goes on.",
    failedTitle: "This dance did not work out",
    cancelledTitle: "You cancelled this dance",
    cancelled: "Nothing was kept. Start it again with the same wishes, or change them.",
    again: "Start it again",
    unknownTitle: "This dance is not here",
    unknown: "It was deleted, or it belongs to somebody else.",
  },
  player: {
    play: "Play",
    pause: "Pause",
    position: "Position in the song",
    positionText: (time, total, move) => `${time} of ${total}${move === null ? "" : `, ${move}`}`,
    count: "Count",
    tap: "tap",
    toCount: (count) => `Go to count ${count}${count % 4 === 0 ? ", the tap" : ""}`,
    now: "Now",
    next: (name, counts) => `${name} in ${plural(counts, "count", "counts")}`,
    lastMove: "The last move",
    noMove: "Listen for the 1",
    moves: (count) => plural(count, "move", "moves"),
    jump: (name, time) => `${name}, at ${time}`,
    counts: (beats) => plural(beats, "count", "counts"),
    why: "Why this move",
    loop: "Loop this move",
    loopShort: "Loop",
    looping: "Looping",
    mirror: "Mirror",
    captions: "Captions",
    fullscreen: "Full screen",
    speed: "Speed",
    slower: "Slower",
    faster: "Faster",
    normalSpeed: "Back to normal speed",
    previousMove: "Previous move",
    nextMove: "Next move",
    shortcuts: "Keyboard shortcuts",
    shortcut: {
      play: "Play or pause",
      countBack: "One count back",
      countForward: "One count on",
      phraseBack: "Eight counts back",
      phraseForward: "Eight counts on",
      previousMove: "Previous move",
      nextMove: "Next move",
      loop: "Loop this move",
      loopStart: "Start the loop here",
      loopEnd: "End the loop here",
      mirror: "Mirror",
      slower: "Slower",
      faster: "Faster",
      captions: "Captions",
      fullscreen: "Full screen",
      help: "This list",
    },
    videoFailedTitle: "The video did not load",
    videoFailed: "Check your connection and try again. You stay where you stopped.",
    compromises: "Good to know",
    timeline: "The song, its sections and its moves",
  },
  settings: {
    title: "You",
    language: "Language",
    languageName: { en: "English", es: "Español" },
    theme: "Colours",
    themeName: { system: "Automatic", dark: "Dark", light: "Light" },
  },
  errors: {
    title: "That did not work",
    notFoundTitle: "There is no floor here",
    notFound: "The address is wrong, or the page has moved.",
    brokenTitle: "We missed a step",
    broken: "Something went wrong on our side. Reloading usually helps; your dances are safe.",
    unreachableTitle: "We cannot reach the server",
    byCode: {
      unreachable: "The server does not answer. Check your connection and try again.",
      server_error: "Something went wrong on our side. Try again in a moment.",
      invalid_credentials: "Email and password do not fit together.",
      not_authenticated: "Your session has ended. Please sign in again.",
      token_not_valid: "Your session has ended. Please sign in again.",
      validation_error: "Please look at the fields again.",
      throttled: "That was a lot at once. Take a breath and try again in a minute.",
      not_found: "It is not here any more.",
      task_finished: "It is already finished.",
      too_many_tasks: "You have several dances in the making. Wait for one of them, or stop it.",
      still_answering: "Your last sentence is still being answered. Wait for it, or stop it.",
      conversation_full: "This conversation has become very long. Start a new one: your dances stay.",
      stale_blueprint: "The dance was changed meanwhile. Look at it again, then say what you want.",
      edit_in_progress: "The change before this one is still being made. Wait for it.",
      segment_locked: "That move is locked. Unlock it first.",
      outdated_locks:
        "The counts of the song or the library have changed. Unlock the locked moves and ask for another plan.",
      counts_changed: "The counts of the song were corrected. Ask for another plan.",
      nothing_to_undo: "This is the first plan: there is nothing to undo.",
      nothing_to_redo: "There is nothing to redo.",
      wrong_password: "That is not your password.",
    },
    reference: (id) => `Reference: ${id}`,
  },
};
