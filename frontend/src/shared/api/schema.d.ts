// Written from openapi.json by `npm run types`: do not edit.

export interface paths {
    "/api/auth/login/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sign in with address and password. */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description End the session: its refresh token is worth nothing from now on. */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return who is signed in. */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Change one's name; an empty one shows the address up to its @. */
        patch: operations["change_me"];
        trace?: never;
    };
    "/api/auth/preferences/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return what the signed-in dancer wants unless they say otherwise. */
        get: operations["preferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Change some of them. */
        patch: operations["change_preferences"];
        trace?: never;
    };
    "/api/auth/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Exchange the refresh token (cookie or body) for a new access token. */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Make an account and sign in. */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/generate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Start a choreography; poll the address in the answer. */
        post: operations["generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/moves/preview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Count the moves that meet a wish exactly. */
        get: operations["preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/songs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List songs: everybody's and one's own. */
        get: operations["list_songs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/tasks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List one's tasks, newest first. */
        get: operations["list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/tasks/{task_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return status, stage, progress and, at the end, the result. */
        get: operations["get_task"];
        put?: never;
        post?: never;
        /** @description Remove a finished choreography and its files. */
        delete: operations["delete_task"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/tasks/{task_id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Stop a task; a finished one answers 409. */
        post: operations["cancel_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Where to ask for progress. */
        Accepted: {
            /** Format: uuid */
            task_id: string;
            status: components["schemas"]["TaskStatusEnum"];
            poll_url: string;
        };
        /**
         * @description * `beginner` - Beginner
         *     * `intermediate` - Intermediate
         *     * `advanced` - Advanced
         * @enum {string}
         */
        DifficultyEnum: "beginner" | "intermediate" | "advanced";
        /**
         * @description * `low` - Low
         *     * `medium` - Medium
         *     * `high` - High
         * @enum {string}
         */
        EnergyEnum: "low" | "medium" | "high";
        /** @description What every refusal and failure looks like. */
        Error: {
            code: string;
            /** @description A sentence for people. */
            detail: string;
            errors?: {
                [key: string]: string[];
            };
            request_id: string;
        };
        /** @description What to dance. */
        GenerateRequest: {
            /** Format: uuid */
            song_id: string;
            difficulty: components["schemas"]["DifficultyEnum"];
            energy: components["schemas"]["EnergyEnum"];
            style: components["schemas"]["StyleEnum"];
            /**
             * Format: double
             * @description Null: whole song
             */
            duration_s?: number | null;
            /**
             * @description Another seed, another choreography
             * @default 0
             */
            seed?: number;
            /** @default fast */
            quality?: components["schemas"]["QualityEnum"];
        };
        /**
         * @description * `generate` - Generate
         *     * `assemble` - Assemble
         *     * `describe` - Describe
         * @enum {string}
         */
        KindEnum: "generate" | "assemble" | "describe";
        /**
         * @description * `intro` - Intro
         *     * `verse` - Verse
         *     * `chorus` - Chorus
         *     * `mambo` - Mambo
         *     * `outro` - Outro
         * @enum {string}
         */
        LabelEnum: "intro" | "verse" | "chorus" | "mambo" | "outro";
        /**
         * @description * `en` - English
         *     * `es` - Spanish
         * @enum {string}
         */
        LanguageEnum: "en" | "es";
        /** @description Address and password; `session` says where the refresh token goes. */
        LoginRequest: {
            /** Format: email */
            email: string;
            password: string;
            /** @default token */
            session?: components["schemas"]["SessionEnum"];
        };
        NullEnum: null;
        PaginatedSongList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Song"][];
        };
        PaginatedTaskSummaryList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["TaskSummary"][];
        };
        /** @description What one may change of one's own account; the role is not in it. */
        PatchedMeChangeRequest: {
            display_name?: string;
        };
        /** @description What a dancer wants unless they say otherwise. */
        PatchedPreferencesRequest: {
            difficulty?: components["schemas"]["DifficultyEnum"];
            energy?: components["schemas"]["EnergyEnum"];
            style?: components["schemas"]["StyleEnum"];
            /**
             * @description Whose part is learnt; null: both.
             *
             *     * `lead` - Lead
             *     * `follow` - Follow
             */
            role?: components["schemas"]["PreferencesRoleEnum"] | components["schemas"]["NullEnum"];
            language?: components["schemas"]["LanguageEnum"];
            /** @description Show the names and counts of the moves over the video. */
            captions?: boolean;
            /** @description Keep each finished choreography in the collection. */
            autosave?: boolean;
        };
        /** @description What a dancer wants unless they say otherwise. */
        Preferences: {
            difficulty?: components["schemas"]["DifficultyEnum"];
            energy?: components["schemas"]["EnergyEnum"];
            style?: components["schemas"]["StyleEnum"];
            /**
             * @description Whose part is learnt; null: both.
             *
             *     * `lead` - Lead
             *     * `follow` - Follow
             */
            role?: components["schemas"]["PreferencesRoleEnum"] | components["schemas"]["NullEnum"];
            language?: components["schemas"]["LanguageEnum"];
            /** @description Show the names and counts of the moves over the video. */
            captions?: boolean;
            /** @description Keep each finished choreography in the collection. */
            autosave?: boolean;
        };
        /**
         * @description * `lead` - Lead
         *     * `follow` - Follow
         * @enum {string}
         */
        PreferencesRoleEnum: "lead" | "follow";
        /** @description How well the library serves a wish. */
        Preview: {
            matching: number;
            total: number;
        };
        /**
         * @description * `fast` - fast
         *     * `balanced` - balanced
         *     * `high_quality` - high_quality
         * @enum {string}
         */
        QualityEnum: "fast" | "balanced" | "high_quality";
        /** @description The refresh token, unless it comes in the cookie. */
        RefreshRequest: {
            refresh?: string;
        };
        /** @description A new access token. */
        Refreshed: {
            access: string;
            access_expires_in_s: number;
            /** @description Null where the cookie carries it. */
            refresh: string | null;
        };
        /** @description A new account. */
        RegisterRequest: {
            /** Format: email */
            email: string;
            password: string;
            /** @default token */
            session?: components["schemas"]["SessionEnum"];
            /** @default  */
            display_name?: string;
        };
        /** @description The finished choreography; addresses are signed and good for an hour or more. */
        Result: {
            video_url: string;
            poster_url: string;
            captions_url: string;
            chapters_url: string;
            /** Format: double */
            duration_s: number;
            blueprint: components["schemas"]["Blueprint"];
        };
        /** @description A part of a song. */
        Section: {
            label: components["schemas"]["LabelEnum"];
            /** Format: double */
            start_s: number;
            /** Format: double */
            end_s: number;
            /**
             * Format: double
             * @description 0 quiet .. 1 loud, within the song
             */
            energy: number;
        };
        /** @description Tokens and whose they are. */
        Session: {
            access: string;
            access_expires_in_s: number;
            /** @description Null where the cookie carries it. */
            refresh: string | null;
            user: components["schemas"]["User"];
        };
        /**
         * @description * `cookie` - the refresh token lives in an HttpOnly cookie
         *     * `token` - it is in the answer
         * @enum {string}
         */
        SessionEnum: "cookie" | "token";
        /** @description A song of the list. */
        Song: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly artist: string;
            /** Format: double */
            readonly duration_s: number;
            /** Format: double */
            readonly tempo_bpm: number | null;
            readonly sections: components["schemas"]["Section"][];
            /** @description Signed; good for an hour or more. */
            readonly audio_url: string;
        };
        /** @description Which song a task is for. */
        SongName: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly artist: string;
            /** Format: double */
            readonly duration_s: number;
        };
        /**
         * @description * `romantic` - Romantic
         *     * `energetic` - Energetic
         *     * `sensual` - Sensual
         *     * `playful` - Playful
         * @enum {string}
         */
        StyleEnum: "romantic" | "energetic" | "sensual" | "playful";
        /** @description A task with its result. */
        Task: {
            /** Format: uuid */
            task_id: string;
            kind: components["schemas"]["KindEnum"];
            /** Format: uuid */
            choreography_id: string | null;
            /**
             * Format: uuid
             * @description The version of the plan that was danced.
             */
            blueprint_id: string | null;
            status: components["schemas"]["TaskStatusEnum"];
            stage: components["schemas"]["TaskStageEnum"];
            readonly message: string;
            readonly progress: number;
            song: components["schemas"]["SongName"] | null;
            readonly difficulty: components["schemas"]["DifficultyEnum"];
            readonly energy: components["schemas"]["EnergyEnum"];
            readonly style: components["schemas"]["StyleEnum"];
            /** Format: double */
            readonly duration_s: number | null;
            readonly seed: number;
            readonly error: components["schemas"]["TaskError"] | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly started_at: string | null;
            /** Format: date-time */
            readonly finished_at: string | null;
            readonly poster_url: string | null;
            /** @description False: nobody is working on the queue right now. */
            readonly worker_online: boolean;
            readonly result: components["schemas"]["Result"] | null;
        };
        /** @description Why a task failed. */
        TaskError: {
            code: string;
            detail: string;
        };
        /**
         * @description * `waiting` - Waiting
         *     * `analysing` - Analysing
         *     * `searching` - Searching
         *     * `sequencing` - Sequencing
         *     * `assembling` - Assembling
         *     * `publishing` - Publishing
         *     * `done` - Done
         * @enum {string}
         */
        TaskStageEnum: "waiting" | "analysing" | "searching" | "sequencing" | "assembling" | "publishing" | "done";
        /**
         * @description * `queued` - Queued
         *     * `processing` - Processing
         *     * `completed` - Completed
         *     * `failed` - Failed
         *     * `cancelled` - Cancelled
         * @enum {string}
         */
        TaskStatusEnum: "queued" | "processing" | "completed" | "failed" | "cancelled";
        /** @description A task of the list. */
        TaskSummary: {
            /** Format: uuid */
            task_id: string;
            kind: components["schemas"]["KindEnum"];
            /** Format: uuid */
            choreography_id: string | null;
            /**
             * Format: uuid
             * @description The version of the plan that was danced.
             */
            blueprint_id: string | null;
            status: components["schemas"]["TaskStatusEnum"];
            stage: components["schemas"]["TaskStageEnum"];
            readonly message: string;
            readonly progress: number;
            song: components["schemas"]["SongName"] | null;
            readonly difficulty: components["schemas"]["DifficultyEnum"];
            readonly energy: components["schemas"]["EnergyEnum"];
            readonly style: components["schemas"]["StyleEnum"];
            /** Format: double */
            readonly duration_s: number | null;
            readonly seed: number;
            readonly error: components["schemas"]["TaskError"] | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly started_at: string | null;
            /** Format: date-time */
            readonly finished_at: string | null;
            readonly poster_url: string | null;
        };
        /** @description An account as its owner sees it. */
        User: {
            /** Format: uuid */
            readonly id: string;
            /** Format: email */
            readonly email: string;
            readonly display_name: string;
            readonly role: components["schemas"]["UserRoleEnum"];
            readonly preferences: components["schemas"]["Preferences"];
        };
        /**
         * @description * `dancer` - Dancer
         *     * `instructor` - Instructor
         *     * `staff` - Staff
         * @enum {string}
         */
        UserRoleEnum: "dancer" | "instructor" | "staff";
        /**
         * BeatSpan
         * @description A run of whole beats, of a clip or of the song: `beats` beats from `first_beat` on.
         */
        BlueprintBeatSpan: {
            /** Start S */
            start_s: number;
            /** End S */
            end_s: number;
            /** First Beat */
            first_beat: number;
            /** Beats */
            beats: number;
        };
        /**
         * Category
         * @description The kind of a move.
         * @enum {string}
         */
        BlueprintCategory: "arm_styling" | "basic" | "bodywaves" | "bolero" | "cross_body_lead" | "footwork" | "golpes" | "hammerlock" | "headrolls" | "hiprolls" | "intros" | "ladyturn" | "outro" | "shadow" | "spin" | "style";
        /**
         * Difficulty
         * @description How much a move asks of the couple, in rising order.
         * @enum {string}
         */
        BlueprintDifficulty: "beginner" | "intermediate" | "advanced";
        /**
         * Grid
         * @description The counts of the song, as they were when the plan was made.
         */
        BlueprintGrid: {
            /** Tempo Bpm */
            tempo_bpm: number;
            /** Beat Times S */
            beat_times_s: number[];
            /** Count1 Beats */
            count1_beats: number[];
        };
        /**
         * Output
         * @description The video to make.
         */
        BlueprintOutput: {
            /** Width */
            width: number;
            /** Height */
            height: number;
            /**
             * Quality
             * @enum {string}
             */
            quality: "fast" | "balanced" | "high_quality";
        };
        /**
         * Seam
         * @description How a segment joins the one before.
         */
        BlueprintSeam: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "start" | "flow" | "cut";
            /** Score */
            score: number;
        };
        /**
         * SectionLabel
         * @description The part a stretch of bars plays in a song; a soft label.
         * @enum {string}
         */
        BlueprintSectionLabel: "intro" | "verse" | "chorus" | "mambo" | "outro";
        /**
         * SectionSpan
         * @description A part of the song.
         */
        BlueprintSectionSpan: {
            label: components["schemas"]["BlueprintSectionLabel"];
            /** Start S */
            start_s: number;
            /** End S */
            end_s: number;
            /** Energy */
            energy: number;
        };
        /**
         * Segment
         * @description One move on the counts of the song.
         */
        BlueprintSegment: {
            /** Index */
            index: number;
            /**
             * Move Id
             * @description A UUID, never a path.
             */
            move_id: string;
            /** Name */
            name: string;
            category: components["schemas"]["BlueprintCategory"];
            difficulty: components["schemas"]["BlueprintDifficulty"];
            /** Clip Sha256 */
            clip_sha256: string;
            source: components["schemas"]["BlueprintBeatSpan"];
            target: components["schemas"]["BlueprintBeatSpan"];
            /** Warp */
            warp: number[][];
            seam: components["schemas"]["BlueprintSeam"];
            /** Why */
            why: string;
        };
        /**
         * SongRef
         * @description The song that is danced.
         */
        BlueprintSongRef: {
            /**
             * Id
             * @description A UUID, never a path.
             */
            id: string;
            /** Title */
            title: string;
            /** Duration S */
            duration_s: number;
            /** Sha256 */
            sha256: string;
        };
        /**
         * Blueprint
         * @description A plan: enough for the assembly, and nothing of how it was found.
         */
        Blueprint: {
            /**
             * Version
             * @constant
             */
            version: 1;
            song: components["schemas"]["BlueprintSongRef"];
            grid: components["schemas"]["BlueprintGrid"];
            /** Sections */
            sections: components["schemas"]["BlueprintSectionSpan"][];
            /** Segments */
            segments: components["schemas"]["BlueprintSegment"][];
            output: components["schemas"]["BlueprintOutput"];
            /** Compromises */
            compromises: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMeChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    change_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedPreferencesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refreshed"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    generate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    preview: {
        parameters: {
            query: {
                /**
                 * @description * `beginner` - Beginner
                 *     * `intermediate` - Intermediate
                 *     * `advanced` - Advanced
                 */
                difficulty: "beginner" | "intermediate" | "advanced";
                /**
                 * @description * `low` - Low
                 *     * `medium` - Medium
                 *     * `high` - High
                 */
                energy: "low" | "medium" | "high";
                /**
                 * @description * `romantic` - Romantic
                 *     * `energetic` - Energetic
                 *     * `sensual` - Sensual
                 *     * `playful` - Playful
                 */
                style: "romantic" | "energetic" | "sensual" | "playful";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    list_songs: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description Words of title or artist */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSongList"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTaskSummaryList"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancel_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description The request cannot be fulfilled. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description We failed; nothing was lost. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
