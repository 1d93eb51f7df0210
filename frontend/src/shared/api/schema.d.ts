// Written from openapi.json by `npm run types`: do not edit.

export interface paths {
    "/api/assigned-plans/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return the plan; a link that is wrong, expired or closed answers 404. */
        get: operations["open_class_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assigned-plans/{token}/items/{item_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return the newest video of a part, and which of its seconds the class is about. */
        get: operations["open_class_dance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assigned-plans/{token}/practice/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List what one told, newest first. */
        get: operations["own_class_practice"];
        put?: never;
        /** @description Tell the instructor one's name and minutes of today; several times a day add up. */
        post: operations["tell_class_practice"];
        /** @description Take back all that one told under this link. */
        delete: operations["take_class_practice_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/close/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Remove the account with all its songs, choreographies and files. This cannot be undone. */
        post: operations["close_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return all of it as one JSON file: account, preferences, sessions, and a list for each kind of thing. */
        get: operations["export_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/auth/password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Change the password: every session ends at once, and the answer opens a new one for the one who asks. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return how a link to a new password would be delivered. */
        get: operations["reset_delivery"];
        put?: never;
        /** @description Send a link to a new password, if there is such an account: the answer is the same where there is none. */
        post: operations["ask_for_reset_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset/confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Set the password of an account by its link, once: every session ends at once. */
        post: operations["set_new_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/auth/sessions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the sessions that are still good, the one used last first. */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        /** @description End all sessions but the one that asks. */
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{session_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description End a session at once; it may be the one that asks. */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/blueprints/{blueprint_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return a version: the plan, its scores, which edit made it and what that changed. */
        get: operations["get_blueprint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/blueprints/{blueprint_id}/assemble/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Go back (or on) to a version of the plan; its video is made where there is none. */
        post: operations["assemble_blueprint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/blueprints/{blueprint_id}/diff/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return what became of each move from this version to another of the same choreography. */
        get: operations["diff_blueprints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/choreographies/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List one's choreographies, the last changed first. */
        get: operations["list_choreographies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/choreographies/{choreography_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return the current plan, all versions, and the newest video. */
        get: operations["get_choreography"];
        put?: never;
        post?: never;
        /** @description Remove a choreography with all its versions and videos. */
        delete: operations["delete_choreography"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/choreographies/{choreography_id}/assemble/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Make the video of the current plan where there is none; another quality is a version of its own. */
        post: operations["assemble_choreography"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/choreographies/{choreography_id}/edits/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Make a new version of the plan; locks and qualities at once, all else by the choreographer. */
        post: operations["edit_choreography"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/choreographies/{choreography_id}/redo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Dance the newest version that was made from the current one. */
        post: operations["redo_edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/choreographies/{choreography_id}/segments/{index}/alternatives/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description List the moves that fit a place of the current plan, best first; a swap `to: move` brings one of them.
         *
         *     Those above the wished level come last.
         */
        get: operations["list_alternatives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/choreographies/{choreography_id}/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Dance the version again from which the current one was made. */
        post: operations["undo_edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/conversations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List one's conversations, the last spoken in first. */
        get: operations["list_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/conversations/{conversation_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return what was said and answered, with tasks and changes. */
        get: operations["get_conversation"];
        put?: never;
        post?: never;
        /** @description Forget a conversation; what was danced stays. */
        delete: operations["forget_conversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/describe/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Say what to dance, or what to change; poll the address in the answer. */
        post: operations["describe"];
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
    "/api/choreography/moves/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List moves: everybody's and one's own. */
        get: operations["list_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/moves/{move_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return a move with its labels, its clip, its counts and where it may be entered. */
        get: operations["get_move"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/moves/{move_id}/explanation/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return what a move is and what lead and follow mind. */
        get: operations["explain_move"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/moves/{move_id}/similar/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the moves most like a move, best first. */
        get: operations["similar_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/moves/coverage/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Tell which wishes find enough moves, and which new clips would help most. */
        get: operations["move_coverage"];
        put?: never;
        post?: never;
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
        /** @description Count the moves that meet a wish exactly, and show some of them. */
        get: operations["preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/moves/statistics/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Count the moves one may dance by category, difficulty, energy and style. */
        get: operations["move_statistics"];
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
        /** @description Bring a song in; poll the address in the answer. Bytes that are a song of yours already answer 200. */
        post: operations["upload_song"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/songs/{song_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return a song with its counts, sections, outline and corrections. */
        get: operations["get_song"];
        put?: never;
        post?: never;
        /** @description Remove a song with all its choreographies; 409 while one of them is in the making. */
        delete: operations["delete_song"];
        options?: never;
        head?: never;
        /** @description Change title, artist or genre. */
        patch: operations["rename_song"];
        trace?: never;
    };
    "/api/choreography/songs/{song_id}/corrections/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Correct the counts as they are now; the answer has the new ones. */
        post: operations["correct_song"];
        /** @description Undo every correction; the answer has the counts as they were found. */
        delete: operations["clear_song_corrections"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/songs/{song_id}/corrections/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Undo the last correction that holds. */
        post: operations["undo_song_correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/songs/from-url/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Tell whether songs are fetched from addresses here. */
        get: operations["song_addresses"];
        put?: never;
        /** @description Bring in the sound of a YouTube video, where the operator allows it; poll the address in the answer. */
        post: operations["song_from_url"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/songs/imports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the songs one brought in, newest first: on their way, arrived, refused. */
        get: operations["list_song_imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/songs/imports/{import_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Tell how far a song is; `song_id` names it once it is completed. */
        get: operations["get_song_import"];
        put?: never;
        post?: never;
        /** @description Stop an import, or strike a finished one off the list; a song that came of it stays. */
        delete: operations["forget_song_import"];
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
        /** @description Return status, stage, progress and, at the end, the result. `Retry-After` says when to ask again. */
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
    "/api/choreography/tasks/{task_id}/renditions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the further files of one's task, oldest first. */
        get: operations["list_renditions"];
        put?: never;
        /** @description Ask for a further file of a finished choreography; the same request is the same file. */
        post: operations["request_rendition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choreography/tasks/{task_id}/renditions/{rendition_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return status, progress and, at the end, the address of the file. `Retry-After` says when to ask again. */
        get: operations["get_rendition"];
        put?: never;
        post?: never;
        /** @description Remove a further file, or stop its making. */
        delete: operations["delete_rendition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List one's plans, the one changed last first. */
        get: operations["list_class_plans"];
        put?: never;
        /** @description Make a plan; only instructors do (403). */
        post: operations["create_class_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/{plan_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return a plan with its parts and the addresses of its handouts. */
        get: operations["get_class_plan"];
        put?: never;
        post?: never;
        /** @description Remove a plan with its links; choreographies stay. */
        delete: operations["remove_class_plan"];
        options?: never;
        head?: never;
        /** @description Change what a plan says. */
        patch: operations["change_class_plan"];
        trace?: never;
    };
    "/api/class-plans/{plan_id}/assignments/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the links, open and closed; their addresses are not kept. */
        get: operations["list_assignments"];
        put?: never;
        /** @description Make a link for students; its address is told only in this answer. */
        post: operations["assign_class_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/{plan_id}/assignments/{assignment_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Close a link at once; what students told stays. */
        delete: operations["close_assignment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/{plan_id}/duplicate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Make a plan of the same content, without date and links. */
        post: operations["duplicate_class_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/{plan_id}/items/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Add a part at the end. */
        post: operations["add_class_plan_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/{plan_id}/items/{item_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Remove a part; those behind it move up. */
        delete: operations["remove_class_plan_item"];
        options?: never;
        head?: never;
        /** @description Change title, phrases, minutes or notes. */
        patch: operations["change_class_plan_item"];
        trace?: never;
    };
    "/api/class-plans/{plan_id}/order/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Put all parts in a new order at once; 409 where they are not just these parts. */
        put: operations["reorder_class_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/{plan_id}/practised/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List what students chose to tell, newest first. */
        get: operations["list_practised"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/{plan_id}/summary/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return minutes, the moves covered, and what is missing. */
        get: operations["class_plan_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/pdf/{signed}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return the plan as PDF; its address comes with the plan. */
        get: operations["class_plan_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/print/{signed}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return the plan as a page to print; its address comes with the plan. */
        get: operations["print_class_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/class-plans/statistics/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Count what one plans, and what came of it. */
        get: operations["teaching_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List what one saved: searched, filtered, in the order asked for. */
        get: operations["list_collection"];
        put?: never;
        /** @description Save one of one's choreographies: 201; what is saved already stays as it is: 200. */
        post: operations["save_choreography"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{saved_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return an entry. */
        get: operations["get_saved"];
        put?: never;
        post?: never;
        /** @description Remove an entry with its choreography, videos, loops and links. */
        delete: operations["remove_saved"];
        options?: never;
        head?: never;
        /** @description Change title, notes, tags or favourite. */
        patch: operations["change_saved"];
        trace?: never;
    };
    "/api/collections/{saved_id}/loops/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the loops in the order of the song. */
        get: operations["list_loops"];
        put?: never;
        /** @description Keep a stretch of the choreography. */
        post: operations["add_loop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{saved_id}/loops/{loop_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Forget a loop. */
        delete: operations["remove_loop"];
        options?: never;
        head?: never;
        /** @description Change name, ends or speed. */
        patch: operations["change_loop"];
        trace?: never;
    };
    "/api/collections/{saved_id}/practice/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Add seconds of practice and keep where it stopped. */
        post: operations["practise_saved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{saved_id}/shares/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the links that are open; their addresses are not kept. */
        get: operations["list_shares"];
        put?: never;
        /** @description Make a link that opens without an account; its address is told only in this answer. */
        post: operations["share_saved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{saved_id}/shares/{share_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Close a link at once. */
        delete: operations["revoke_share"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/bulk-delete/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Remove several entries with their choreographies and videos; ids not there or not yours are passed over. */
        post: operations["remove_several_saved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/bulk-tag/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Add and remove tags, for all entries or none; ids not there or not yours are passed over. */
        post: operations["tag_several_saved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/statistics/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Count what one saved and practised. */
        get: operations["collection_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/unsaved/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description List the newest video of each of one's choreographies that are not saved. */
        get: operations["list_unsaved"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Return the newest video of what is shared; a link that is wrong, expired or revoked answers 404. */
        get: operations["open_share"];
        put?: never;
        post?: never;
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
         * @description * `dancer` - Dancer
         *     * `instructor` - Instructor
         *     * `staff` - Staff
         * @enum {string}
         */
        AccountRoleEnum: "dancer" | "instructor" | "staff";
        /** @description A new part: a choreography, a run of its phrases, or an activity in words. */
        AddItemRequest: {
            title?: string;
            first_phrase?: number;
            last_phrase?: number;
            minutes?: number;
            notes?: string;
            kind: components["schemas"]["ClassPartKindEnum"];
            /**
             * Format: uuid
             * @description Not for an activity.
             */
            choreography_id?: string;
        };
        /** @description A move that fits the place. */
        Alternative: {
            /** Format: uuid */
            move_id: string;
            name: string;
            category: components["schemas"]["CategoryEnum"];
            difficulty: components["schemas"]["DifficultyEnum"];
            energy: components["schemas"]["EnergyEnum"];
            style: components["schemas"]["StyleEnum"] | components["schemas"]["BlankEnum"];
            readonly poster_url: string;
            /**
             * Format: double
             * @description Higher is better.
             */
            score: number;
            /**
             * Format: double
             * @description 1.05: danced 5 % faster than filmed.
             */
            speed: number;
            /** @description Steps harder (positive) or easier than the move there now. */
            level_change: number;
            /** @description Harder than wished: it comes only when asked for by name. */
            above_wish: boolean;
            /** @description Where the plan dances it already. */
            danced_at: number[];
        };
        /** @description The moves that fit a place of the current plan, best first. */
        Alternatives: {
            /** Format: uuid */
            blueprint_id: string;
            segment: number;
            /** @description How many fit in all. */
            count: number;
            results: components["schemas"]["Alternative"][];
        };
        /** @description A link for students. */
        AskAssignmentRequest: {
            /** @default  */
            label?: string;
            /** @default 30 */
            days?: number;
        };
        /** @description How long a link is open. */
        AskShareRequest: {
            /** @default 30 */
            days?: number;
        };
        /** @description How the video is to be made. */
        AssembleRequest: {
            /**
             * Format: uuid
             * @description Any but the current one answers 409.
             */
            blueprint_id?: string | null;
            /**
             * @description Null: as it is.
             *
             *     * `fast` - fast
             *     * `balanced` - balanced
             *     * `high_quality` - high_quality
             */
            quality?: components["schemas"]["QualityEnum"] | components["schemas"]["NullEnum"];
        };
        /** @description A choreography to watch; `start_s` and `end_s` frame the phrases that the class is about. */
        AssignedDance: {
            video_url: string;
            poster_url: string;
            captions_url: string;
            chapters_url: string;
            /** Format: double */
            duration_s: number;
            blueprint: components["schemas"]["Blueprint"];
            title: string;
            song: components["schemas"]["SongName"];
            /** Format: date-time */
            expires_at: string;
            /** Format: double */
            start_s: number;
            /** Format: double */
            end_s: number;
        };
        /** @description A part of a class as students see it. */
        AssignedItem: {
            /** Format: uuid */
            readonly id: string;
            readonly position: number;
            kind: components["schemas"]["ClassPartKindEnum"];
            readonly title: string;
            song?: components["schemas"]["SongName"] | null;
            /** @description Null for an activity, and while there is none. */
            readonly video: components["schemas"]["Video"] | null;
            readonly first_phrase: number | null;
            readonly last_phrase: number | null;
            readonly minutes: number;
        };
        /** @description A plan as students see it: without the instructor's notes. */
        AssignedPlan: {
            readonly title: string;
            readonly objective: string;
            level: components["schemas"]["DifficultyEnum"];
            readonly minutes: number;
            /** Format: date */
            readonly date: string | null;
            readonly warm_up: string;
            readonly cool_down: string;
            readonly items: components["schemas"]["AssignedItem"][];
        };
        /** @description A link for students; one that expired or was closed stays for what it brought. */
        Assignment: {
            /** Format: uuid */
            readonly id: string;
            readonly label: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** @description Those who told that they practised. */
            students: number;
        };
        /** @enum {unknown} */
        BlankEnum: "";
        /** @description One version of a plan, with the plan. */
        BlueprintVersion: {
            /** Format: uuid */
            readonly id: string;
            readonly number: number;
            /** Format: uuid */
            parent_id: string | null;
            /** @description Null for the first version. */
            readonly change: components["schemas"]["Change"] | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            choreography_id: string;
            /** @description Indices of the moves that no edit may change. */
            readonly locked: number[];
            /** @description One object a move: points by what they are for. */
            scores: unknown;
            /** @description What the plan was made for, with what edits added. */
            wish: unknown;
            /** @description From the parent; null for the first version. */
            readonly diff: components["schemas"]["Diff"] | null;
            blueprint: components["schemas"]["Blueprint"];
        };
        /** @description Tags for several entries. */
        BulkTagRequest: {
            ids: string[];
            add?: string[];
            remove?: string[];
        };
        /**
         * @description * `arm_styling` - Arm Styling
         *     * `basic` - Basic
         *     * `bodywaves` - Bodywaves
         *     * `bolero` - Bolero
         *     * `cross_body_lead` - Cross Body Lead
         *     * `footwork` - Footwork
         *     * `golpes` - Golpes
         *     * `hammerlock` - Hammerlock
         *     * `headrolls` - Headrolls
         *     * `hiprolls` - Hiprolls
         *     * `intros` - Intros
         *     * `ladyturn` - Ladyturn
         *     * `outro` - Outro
         *     * `shadow` - Shadow
         *     * `spin` - Spin
         *     * `style` - Style
         * @enum {string}
         */
        CategoryEnum: "arm_styling" | "basic" | "bodywaves" | "bolero" | "cross_body_lead" | "footwork" | "golpes" | "hammerlock" | "headrolls" | "hiprolls" | "intros" | "ladyturn" | "outro" | "shadow" | "spin" | "style";
        /** @description One wish, and how well the library serves it. */
        Cell: {
            difficulty: components["schemas"]["DifficultyEnum"];
            energy: components["schemas"]["EnergyEnum"];
            style: components["schemas"]["StyleEnum"];
            /** @description Moves that serve it */
            moves: number;
            /** @description Of these, moves of that difficulty that carry the mood */
            own: number;
            /** @description A plan has to relax style or energy. */
            thin: boolean;
            /** @description Even the shortest song repeats moves. */
            empty: boolean;
        };
        /** @description Which edit made a version. */
        Change: {
            /** @description As the edit's `kind`. */
            kind: string;
            /** @description As the edit's own fields; a swap also says which move left and came. */
            parameters: unknown;
            words: components["schemas"]["Words"];
        };
        /** @description What a plan says. */
        ChangePlanRequest: {
            title: string;
            objective?: string;
            level?: components["schemas"]["DifficultyEnum"];
            minutes?: number;
            /** Format: date */
            date?: string | null;
            warm_up?: string;
            cool_down?: string;
            notes?: string;
        };
        /** @description How many entries it was done to. */
        Changed: {
            changed: number;
        };
        /** @description What an edit changed at one place of the song. */
        ChangedPlace: {
            /** Format: double */
            time_s: number;
            first_beat: number;
            counts: number;
            /** @description Null: new */
            before: string | null;
            /** @description Null: gone */
            after: string | null;
        };
        /** @description A choreography of the list. */
        Choreography: {
            /** Format: uuid */
            readonly id: string;
            song: components["schemas"]["SongName"];
            current: components["schemas"]["Version"] | null;
            /** @description How many there are. */
            versions: number;
            /** @description The newest finished one. */
            readonly task: components["schemas"]["TaskSummary"] | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description A choreography with its plan, its versions and its video. */
        ChoreographyDetail: {
            /** Format: uuid */
            id: string;
            song: components["schemas"]["SongName"];
            current: components["schemas"]["BlueprintVersion"] | null;
            /** @description Oldest first. */
            versions: components["schemas"]["Version"][];
            readonly can_undo: boolean;
            can_redo: boolean;
            /** @description Finished: with the video of the current plan, else the newest. */
            task: components["schemas"]["Task"] | null;
            /** @description The video of `task` shows the current plan. */
            up_to_date: boolean;
            /** @description The newest task that is not finished. */
            running: components["schemas"]["TaskSummary"] | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description Several entries; ids that are not yours or not there are passed over. */
        ChosenRequest: {
            ids: string[];
        };
        /** @description Something the plan lacks. */
        ClassGap: {
            /** @description no_objective, no_warm_up, no_cool_down, no_items, too_long, too_short, harder_than_level, no_minutes, choreography_removed or no_video */
            code: string;
            detail: string;
            /** Format: uuid */
            item_id: string | null;
        };
        /**
         * @description * `choreography` - Choreography
         *     * `phrases` - Phrases
         *     * `activity` - Activity
         * @enum {string}
         */
        ClassPartKindEnum: "choreography" | "phrases" | "activity";
        /** @description A conversation of the list. */
        Conversation: {
            /** Format: uuid */
            readonly id: string;
            /** @description The first thing that was said. */
            title: string | null;
            turn_count: number;
            readonly language: string;
            /**
             * Format: uuid
             * @description The dance that is talked about.
             */
            choreography_id: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description A conversation with all that was said. */
        ConversationDetail: {
            /** Format: uuid */
            readonly id: string;
            /** @description The first thing that was said. */
            title: string | null;
            turn_count: number;
            readonly language: string;
            /**
             * Format: uuid
             * @description The dance that is talked about.
             */
            choreography_id: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
            readonly turns: components["schemas"]["Turn"][];
        };
        /**
         * @description * `shift_beats` - SHIFT_BEATS
         *     * `half_tempo` - HALF_TEMPO
         *     * `double_tempo` - DOUBLE_TEMPO
         *     * `swap_one_and_five` - SWAP_ONE_AND_FIVE
         *     * `count_one_here` - COUNT_ONE_HERE
         *     * `count_one_from` - COUNT_ONE_FROM
         *     * `insert_half_phrase` - INSERT_HALF_PHRASE
         *     * `nudge` - NUDGE
         *     * `remove_half_phrase` - REMOVE_HALF_PHRASE
         * @enum {string}
         */
        CorrectionKindEnum: "shift_beats" | "half_tempo" | "double_tempo" | "swap_one_and_five" | "count_one_here" | "count_one_from" | "insert_half_phrase" | "nudge" | "remove_half_phrase";
        /** @description One correction of a song's counts. */
        CorrectionRequest: {
            /**
             * @description shift_beats: every count falls `beats` later. half_tempo, double_tempo, swap_one_and_five. count_one_here: the beat nearest to `time_s` (or `beat`) is count 1 and the whole song turns with it; count_one_from: what comes ahead of it stays. insert_half_phrase, remove_half_phrase: near `time_s`. nudge: every beat comes `offset_ms` later.
             *
             *     * `shift_beats` - SHIFT_BEATS
             *     * `half_tempo` - HALF_TEMPO
             *     * `double_tempo` - DOUBLE_TEMPO
             *     * `swap_one_and_five` - SWAP_ONE_AND_FIVE
             *     * `count_one_here` - COUNT_ONE_HERE
             *     * `count_one_from` - COUNT_ONE_FROM
             *     * `insert_half_phrase` - INSERT_HALF_PHRASE
             *     * `nudge` - NUDGE
             *     * `remove_half_phrase` - REMOVE_HALF_PHRASE
             */
            kind: components["schemas"]["CorrectionKindEnum"];
            /** Format: double */
            time_s?: number | null;
            /** @description Instead of time_s */
            beat?: number | null;
            beats?: number | null;
            /** Format: double */
            offset_ms?: number | null;
        };
        /** @description A correction that somebody made, as it is kept. */
        CorrectionStep: {
            kind: components["schemas"]["CorrectionKindEnum"];
            /** Format: double */
            time_s: number | null;
            beats: number | null;
            /** Format: double */
            offset_ms: number | null;
            /** Format: date-time */
            made_at: string;
            /**
             * Format: date-time
             * @description Null: it holds.
             */
            undone_at: string | null;
        };
        /** @description Which wishes the library serves. */
        Coverage: {
            cells: components["schemas"]["Cell"][];
            gaps: components["schemas"]["Gap"][];
            /** @description Moves that can follow a song, by its tempo in beats a minute */
            reach: {
                [key: string]: number;
            };
        };
        /** @description A move that the class dances. */
        CoveredMove: {
            /** Format: uuid */
            move_id: string;
            name: string;
            category: components["schemas"]["CategoryEnum"];
            difficulty: components["schemas"]["DifficultyEnum"];
            times: number;
        };
        /** @description Where a choreography may enter a clip. */
        CutPoint: {
            beat: number;
            /** Format: double */
            time_s: number;
            /** @description Beats that the clip counts on from there */
            room_beats: number;
            /** @description 1 or 5; null: it is not known which of the two */
            count: number | null;
        };
        /** @description How a link to a new password reaches whoever asks for it. */
        Delivery: {
            delivery: components["schemas"]["DeliveryEnum"];
        };
        /**
         * @description * `email` - by mail
         *     * `console` - it is written where the site's programs run
         *     * `none` - this site sends no mail
         * @enum {string}
         */
        DeliveryEnum: "email" | "console" | "none";
        /** @description A sentence to the choreographer. */
        DescribeRequest: {
            /** @description What to dance, or what to change, in English or Spanish */
            user_request: string;
            /**
             * Format: uuid
             * @description Null: a new conversation
             */
            conversation_id?: string | null;
        };
        /** @description Where to ask for the answer. */
        Described: {
            /** Format: uuid */
            task_id: string;
            /** Format: uuid */
            conversation_id: string;
            status: components["schemas"]["TaskStatusEnum"];
            poll_url: string;
        };
        /** @description One sign-in on one device. */
        Device: {
            /** Format: uuid */
            readonly id: string;
            /** @description What the browser or program calls itself; may be empty. */
            readonly device: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly last_used_at: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** @description The session that asks. */
            readonly current: boolean;
        };
        /** @description What became of each move from one version to another. */
        Diff: {
            kept: components["schemas"]["DiffSegment"][];
            swapped: components["schemas"]["DiffSwap"][];
            removed: components["schemas"]["DiffSegment"][];
            added: components["schemas"]["DiffSegment"][];
            /** @description The counts of the song were corrected in between. */
            grid_changed: boolean;
        };
        /** @description A move of a plan, in short. */
        DiffSegment: {
            index: number;
            /** Format: uuid */
            move_id: string;
            name: string;
            category: components["schemas"]["CategoryEnum"];
            difficulty: components["schemas"]["DifficultyEnum"];
            /** Format: double */
            start_s: number;
            /** Format: double */
            end_s: number;
            first_beat: number;
            beats: number;
        };
        /** @description Another move on the same counts. */
        DiffSwap: {
            before: components["schemas"]["DiffSegment"];
            after: components["schemas"]["DiffSegment"];
        };
        /**
         * @description * `beginner` - Beginner
         *     * `intermediate` - Intermediate
         *     * `advanced` - Advanced
         * @enum {string}
         */
        DifficultyEnum: "beginner" | "intermediate" | "advanced";
        /** @description The task that makes, or has made, the video of the changed plan. */
        EditAccepted: {
            /** Format: uuid */
            task_id: string;
            status: components["schemas"]["TaskStatusEnum"];
            poll_url: string;
            /** Format: uuid */
            choreography_id: string;
            /**
             * Format: uuid
             * @description The version that is danced now; null while the change is still being planned.
             */
            blueprint_id: string | null;
        };
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
        /** @description Teaching notes of a move, in the language that was asked for. */
        Explanation: {
            what: string;
            lead: string;
            follow: string;
            counts: string;
            level: string;
            /** @description As whoever brought the move wrote them; perhaps empty. */
            notes: string;
        };
        /** @description A kind of clip that would help. */
        Gap: {
            difficulty: components["schemas"]["DifficultyEnum"];
            energy: components["schemas"]["EnergyEnum"];
            style: components["schemas"]["StyleEnum"];
            /** @description Thin wishes that a clip of this kind would serve */
            cells: number;
            /** @description Moves that these lack, summed */
            missing: number;
        };
        /**
         * @description * `en` - en
         *     * `es` - es
         * @enum {string}
         */
        GenerateLanguageEnum: "en" | "es";
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
            /**
             * @description One count of the dance on every second beat: for very fast songs
             * @default false
             */
            half_time?: boolean;
            /**
             * @description Clips may be played farther off their own tempo than looks natural
             * @default false
             */
            wide_stretch?: boolean;
            /**
             * @description Whose moves are danced rather than others; null: of both alike
             *
             *     * `lead` - Lead
             *     * `follow` - Follow
             */
            role?: components["schemas"]["RoleEnum"] | components["schemas"]["NullEnum"];
            /**
             * @description Of reasons and compromises; without it the account's
             *
             *     * `en` - en
             *     * `es` - es
             */
            language?: components["schemas"]["GenerateLanguageEnum"];
        };
        /** @description The counts of a song; beats are numbered from 0. */
        Grid: {
            /** Format: double */
            tempo_bpm: number;
            beat_times_s: number[];
            /** @description Of each beat */
            counts: number[];
            /** @description Beats that are count 1 or 5 */
            downbeat_beats: number[];
            /** @description Beats that are count 1 */
            count1_beats: number[];
            /** @description 0 .. 1 for each of beat, downbeat, count1 */
            confidence: {
                [key: string]: number;
            };
        };
        /** @description Why a file or an address did not become a song. */
        ImportError: {
            code: string;
            detail: string;
        };
        /**
         * @description * `intro` - Intro
         *     * `verse` - Verse
         *     * `chorus` - Chorus
         *     * `mambo` - Mambo
         *     * `outro` - Outro
         * @enum {string}
         */
        LabelEnum: "intro" | "verse" | "chorus" | "mambo" | "outro";
        /** @description Address and password; `session` says where the refresh token goes. */
        LoginRequest: {
            /** Format: email */
            email: string;
            password: string;
            /** @default token */
            session?: components["schemas"]["SessionEnum"];
        };
        /** @description A kept stretch: beats of the song's grid, counted from 0, the end not included. */
        Loop: {
            /** Format: uuid */
            readonly id: string;
            name: string;
            start_beat: number;
            end_beat: number;
            /** Format: double */
            speed?: number;
            /** Format: date-time */
            readonly created_at: string;
        };
        /** @description A kept stretch: beats of the song's grid, counted from 0, the end not included. */
        LoopRequest: {
            name: string;
            start_beat: number;
            end_beat: number;
            /** Format: double */
            speed?: number;
        };
        /** @description A move of the list. */
        Move: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            category: components["schemas"]["CategoryEnum"];
            difficulty: components["schemas"]["DifficultyEnum"];
            energy: components["schemas"]["EnergyEnum"];
            /** @description Null: the annotation does not say. */
            readonly style: components["schemas"]["StyleEnum"] | components["schemas"]["NullEnum"];
            /** @description Null: the annotation does not say. */
            readonly role_focus: components["schemas"]["RoleEnum"] | components["schemas"]["NullEnum"];
            /** Format: double */
            readonly tempo_bpm: number;
            /** Format: double */
            readonly duration_s: number;
            /** Format: double */
            readonly quality: number;
            status: components["schemas"]["MoveStatusEnum"];
            /** @description Signed; good for an hour or more. Null: there is none. */
            readonly poster_url: string | null;
            readonly is_own: boolean;
        };
        /** @description A move with its clip and its counts. */
        MoveDetail: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            category: components["schemas"]["CategoryEnum"];
            difficulty: components["schemas"]["DifficultyEnum"];
            energy: components["schemas"]["EnergyEnum"];
            /** @description Null: the annotation does not say. */
            readonly style: components["schemas"]["StyleEnum"] | components["schemas"]["NullEnum"];
            /** @description Null: the annotation does not say. */
            readonly role_focus: components["schemas"]["RoleEnum"] | components["schemas"]["NullEnum"];
            /** Format: double */
            readonly tempo_bpm: number;
            /** Format: double */
            readonly duration_s: number;
            /** Format: double */
            readonly quality: number;
            status: components["schemas"]["MoveStatusEnum"];
            /** @description Signed; good for an hour or more. Null: there is none. */
            readonly poster_url: string | null;
            readonly is_own: boolean;
            readonly notes: string;
            readonly filming_day: string;
            readonly library: string;
            /** Format: double */
            readonly fps: number;
            /** Format: double */
            readonly detection_rate: number;
            /** Format: double */
            readonly identity_confidence: number;
            /** Format: double */
            readonly role_confidence: number;
            /** Format: double */
            readonly av_offset_ms: number;
            /** @description The clip with a keyframe on every beat; signed, answers ranges. Null: there is none. */
            readonly clip_url: string | null;
            /** @description Of the clip, as the dancers dance it */
            readonly grid: components["schemas"]["Grid"] | null;
            readonly cut_points: components["schemas"]["CutPoint"][];
            /** @description Why it is not danced; for its owner and staff. */
            readonly flag_reason: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /**
         * @description * `published` - Published
         *     * `flagged` - Flagged
         * @enum {string}
         */
        MoveStatusEnum: "published" | "flagged";
        /** @description A new link with its address, which is told this once. */
        NewAssignment: {
            /** Format: uuid */
            readonly id: string;
            readonly label: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** @description Those who told that they practised. */
            students: number;
            /** @description Page of the web app, told only now. */
            url: string;
        };
        /** @description Another password, and what the link holds: `#uid/token`. */
        NewPasswordRequest: {
            /** Format: uuid */
            uid: string;
            token: string;
            new_password: string;
        };
        /** @description A new link with its address, which is told this once. */
        NewShare: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** @description Page of the web app, told only now. */
            url: string;
        };
        NullEnum: null;
        /** @description All parts of the class in their new order. */
        OrderRequest: {
            item_ids: string[];
        };
        /** @description What one told. */
        OwnPractice: {
            /** Format: date */
            readonly practised_on: string;
            readonly minutes: number;
        };
        PaginatedChoreographyList: {
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
            results: components["schemas"]["Choreography"][];
        };
        PaginatedConversationList: {
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
            results: components["schemas"]["Conversation"][];
        };
        PaginatedMoveList: {
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
            results: components["schemas"]["Move"][];
        };
        PaginatedPlanSummaryList: {
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
            results: components["schemas"]["PlanSummary"][];
        };
        PaginatedPractisedList: {
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
            results: components["schemas"]["Practised"][];
        };
        PaginatedRenditionList: {
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
            results: components["schemas"]["Rendition"][];
        };
        PaginatedSavedList: {
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
            results: components["schemas"]["Saved"][];
        };
        PaginatedSongImportList: {
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
            results: components["schemas"]["SongImport"][];
        };
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
        /** @description Another password; `session` says where the new refresh token goes, as at the sign-in. */
        PasswordChangeRequest: {
            current_password: string;
            new_password: string;
            /** @default token */
            session?: components["schemas"]["SessionEnum"];
        };
        /** @description The password again, for what cannot be undone. */
        PasswordConfirmationRequest: {
            password: string;
        };
        /** @description What may be changed of a part. */
        PatchedChangeItemRequest: {
            title?: string;
            first_phrase?: number;
            last_phrase?: number;
            minutes?: number;
            notes?: string;
        };
        /** @description What a plan says. */
        PatchedChangePlanRequest: {
            title?: string;
            objective?: string;
            level?: components["schemas"]["DifficultyEnum"];
            minutes?: number;
            /** Format: date */
            date?: string | null;
            warm_up?: string;
            cool_down?: string;
            notes?: string;
        };
        /** @description One's own words on an entry. */
        PatchedChangeSavedRequest: {
            title?: string;
            notes?: string;
            tags?: string[];
            favourite?: boolean;
        };
        /** @description A kept stretch: beats of the song's grid, counted from 0, the end not included. */
        PatchedLoopRequest: {
            name?: string;
            start_beat?: number;
            end_beat?: number;
            /** Format: double */
            speed?: number;
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
            role?: components["schemas"]["RoleEnum"] | components["schemas"]["NullEnum"];
            language?: components["schemas"]["PreferencesLanguageEnum"];
            /** @description Show the names and counts of the moves over the video. */
            captions?: boolean;
            /** @description Keep each finished choreography in the collection. */
            autosave?: boolean;
        };
        /** @description What its owner may change in a song's words; what is left out stays. */
        PatchedSongWordsRequest: {
            title?: string;
            artist?: string;
            genre?: string;
        };
        /** @description A plan with its parts. */
        Plan: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly objective: string;
            level: components["schemas"]["DifficultyEnum"];
            readonly minutes: number;
            /** Format: date */
            readonly date: string | null;
            item_count: number;
            /** @description Of all parts together. */
            item_minutes: number;
            open_links: number;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
            readonly warm_up: string;
            readonly cool_down: string;
            readonly notes: string;
            readonly items: components["schemas"]["PlanItem"][];
            /** @description A page to print, signed and good for an hour; `?language=es` for Spanish. */
            readonly print_url: string;
            /** @description The same page as PDF. */
            readonly pdf_url: string;
        };
        /** @description One part of a class. */
        PlanItem: {
            /** Format: uuid */
            readonly id: string;
            readonly position: number;
            kind: components["schemas"]["ClassPartKindEnum"];
            readonly title: string;
            /** Format: uuid */
            choreography_id: string | null;
            song?: components["schemas"]["SongName"] | null;
            /** @description Null for an activity, and while there is none. */
            readonly video: components["schemas"]["Video"] | null;
            readonly first_phrase: number | null;
            readonly last_phrase: number | null;
            readonly minutes: number;
            readonly notes: string;
        };
        /** @description A plan of the list. */
        PlanSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly objective: string;
            level: components["schemas"]["DifficultyEnum"];
            readonly minutes: number;
            /** Format: date */
            readonly date: string | null;
            item_count: number;
            /** @description Of all parts together. */
            item_minutes: number;
            open_links: number;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description What the player tells when practice pauses. */
        PracticeRequest: {
            /**
             * Format: double
             * @description Since it was told last; added to what there is.
             */
            practised_s: number;
            /** Format: double */
            stopped_at_s?: number | null;
        };
        /** @description Who practised: told by the student. */
        Practised: {
            /** Format: uuid */
            readonly id: string;
            student: string;
            /** @description Of the link. */
            label: string;
            /** Format: date */
            readonly practised_on: string;
            readonly minutes: number;
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
            role?: components["schemas"]["RoleEnum"] | components["schemas"]["NullEnum"];
            language?: components["schemas"]["PreferencesLanguageEnum"];
            /** @description Show the names and counts of the moves over the video. */
            captions?: boolean;
            /** @description Keep each finished choreography in the collection. */
            autosave?: boolean;
        };
        /**
         * @description * `en` - English
         *     * `es` - Spanish
         * @enum {string}
         */
        PreferencesLanguageEnum: "en" | "es";
        /** @description How well the library serves a wish. */
        Preview: {
            matching: number;
            total: number;
            /** @description Some of those that match, best first */
            moves: components["schemas"]["Move"][];
        };
        /**
         * @description * `fast` - fast
         *     * `balanced` - balanced
         *     * `high_quality` - high_quality
         * @enum {string}
         */
        QualityEnum: "fast" | "balanced" | "high_quality";
        /** @description One thing that was decided or done for a task. */
        ReasoningStep: {
            index: number;
            /** @description Empty for a decision without a call; a stage's name for work on the song */
            tool: string;
            title: string;
            arguments: {
                [key: string]: unknown;
            };
            /** @description Empty while it is being done */
            result: string;
            status: components["schemas"]["StepStatusEnum"];
            /** @description Null while it is being done */
            duration_ms: number | null;
        };
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
        /** @description What is left of a finished choreography whose video was removed. */
        Released: {
            readonly detail: string;
            blueprint: components["schemas"]["Blueprint"];
            /** @description POST: the choreography goes back to this version, and its video is made again. */
            assemble_url: string;
        };
        /** @description A further file of a finished choreography. */
        Rendition: {
            /** Format: uuid */
            readonly id: string;
            kind: components["schemas"]["RenditionKindEnum"];
            readonly name: string;
            /** @description As the request's own fields. */
            parameters: unknown;
            status: components["schemas"]["SongImportStatusEnum"];
            readonly progress: number;
            readonly poll_url: string;
            /** @description Of the finished file: signed, good for an hour or more. */
            readonly url: string | null;
            readonly bytes: number | null;
            /** Format: double */
            readonly duration_s: number | null;
            /**
             * Format: double
             * @description Where in the whole video it begins.
             */
            start_s: number;
            /**
             * Format: double
             * @description 1: at full speed. A second of it is `rate` s of the whole.
             */
            readonly rate: number;
            readonly error: components["schemas"]["TaskError"] | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly finished_at: string | null;
        };
        /**
         * @description * `slower` - Slower
         *     * `phrase` - Phrase
         *     * `move` - Move
         *     * `share` - Share
         *     * `preview` - Preview
         *     * `counts` - Counts
         * @enum {string}
         */
        RenditionKindEnum: "slower" | "phrase" | "move" | "share" | "preview" | "counts";
        /** @description The moves one may dance, counted. */
        RepertoireStatistics: {
            total: number;
            own: number;
            by_category: {
                [key: string]: number;
            };
            by_difficulty: {
                [key: string]: number;
            };
            by_energy: {
                [key: string]: number;
            };
            by_style: {
                [key: string]: number;
            };
            /** @description For staff */
            flagged: number | null;
            /** Format: double */
            slowest_bpm: number | null;
            /** Format: double */
            fastest_bpm: number | null;
            /** Format: double */
            mean_quality: number | null;
            /** Format: double */
            duration_s: number;
        };
        /** @description The address of the account whose password is forgotten. */
        ResetLinkRequest: {
            /** Format: email */
            email: string;
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
        /**
         * @description * `lead` - Lead
         *     * `follow` - Follow
         * @enum {string}
         */
        RoleEnum: "lead" | "follow";
        /** @description Which choreography to save; without a title it has its song's. */
        SaveRequest: {
            title?: string;
            notes?: string;
            tags?: string[];
            favourite?: boolean;
            /** Format: uuid */
            choreography_id: string;
        };
        /** @description An entry of the collection. */
        Saved: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            choreography_id: string;
            readonly title: string;
            readonly notes: string;
            readonly tags: string[];
            readonly favourite: boolean;
            song: components["schemas"]["SongName"];
            /** @description Null where no plan is left. */
            readonly wish: components["schemas"]["SavedWish"] | null;
            /** @description Null while there is none. */
            readonly video: components["schemas"]["Video"] | null;
            /** Format: double */
            readonly practised_s: number;
            /** Format: date-time */
            readonly last_practised_at: string | null;
            /** Format: double */
            readonly stopped_at_s: number | null;
            loop_count: number;
            /** @description Links that are open now. */
            share_count: number;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description How it is danced. */
        SavedWish: {
            difficulty: components["schemas"]["DifficultyEnum"];
            energy: components["schemas"]["EnergyEnum"];
            style: components["schemas"]["StyleEnum"];
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
        /** @description Which version was seen. */
        SeenVersionRequest: {
            /**
             * Format: uuid
             * @description Any but the current one answers 409.
             */
            blueprint_id?: string | null;
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
        /** @description A link that is open. */
        Share: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly expires_at: string;
        };
        /** @description What a link shows: the choreography and nothing of whose it is. */
        Shared: {
            video_url: string;
            poster_url: string;
            captions_url: string;
            chapters_url: string;
            /** Format: double */
            duration_s: number;
            blueprint: components["schemas"]["Blueprint"];
            title: string;
            song: components["schemas"]["SongName"];
            /** Format: date-time */
            expires_at: string;
        };
        /** @description A move that is like another. */
        SimilarMove: {
            /**
             * Format: double
             * @description 0 for an average pair of moves; the higher the more alike
             */
            score: number;
            move: components["schemas"]["Move"];
        };
        /** @description A song of the list. */
        Song: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly artist: string;
            readonly genre: string;
            /** Format: double */
            readonly duration_s: number;
            /** Format: double */
            readonly tempo_bpm: number | null;
            readonly sections: components["schemas"]["Section"][];
            /** @description Signed; good for an hour or more. */
            readonly audio_url: string;
            /** @description False: it is everybody's, and only staff may change it. */
            readonly is_own: boolean;
            /** Format: date-time */
            readonly created_at: string;
        };
        /** @description Whether songs are fetched from addresses here. */
        SongAddresses: {
            is_open: boolean;
        };
        /** @description A song with its counts. */
        SongDetail: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly artist: string;
            readonly genre: string;
            /** Format: double */
            readonly duration_s: number;
            /** Format: double */
            readonly tempo_bpm: number | null;
            readonly sections: components["schemas"]["Section"][];
            /** @description Signed; good for an hour or more. */
            readonly audio_url: string;
            /** @description False: it is everybody's, and only staff may change it. */
            readonly is_own: boolean;
            /** Format: date-time */
            readonly created_at: string;
            /** @description Null until the song has been analysed. */
            readonly grid: components["schemas"]["Grid"] | null;
            /** @description Lowest and highest sample, -1 .. 1, of equal stretches from the song's beginning to its end. */
            readonly waveform: number[][];
            /** @description Oldest first, those that were undone among them. */
            readonly corrections: components["schemas"]["CorrectionStep"][];
            readonly tempo_reach: components["schemas"]["TempoReach"];
        };
        /** @description The address of a YouTube video; words that are left out are the site's. */
        SongFromUrlRequest: {
            url: string;
            /** @default  */
            title?: string;
            /** @default  */
            artist?: string;
            /** @default  */
            genre?: string;
        };
        /** @description A file or an address on its way to become a song. */
        SongImport: {
            /** Format: uuid */
            import_id: string;
            status: components["schemas"]["SongImportStatusEnum"];
            /**
             * Format: uuid
             * @description Null until it is completed.
             */
            song_id: string | null;
            readonly title: string;
            readonly artist: string;
            readonly genre: string;
            readonly file_name: string;
            readonly error: components["schemas"]["ImportError"] | null;
            /** @description False: nobody listens to songs right now. */
            readonly worker_online: boolean;
            readonly poll_url: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly finished_at: string | null;
        };
        /**
         * @description * `queued` - Queued
         *     * `processing` - Processing
         *     * `completed` - Completed
         *     * `failed` - Failed
         * @enum {string}
         */
        SongImportStatusEnum: "queued" | "processing" | "completed" | "failed";
        /** @description Which song a task is for. */
        SongName: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly artist: string;
            /** Format: double */
            readonly duration_s: number;
        };
        /** @description A song file; words that are left out are those of its tags. */
        SongUploadRequest: {
            /**
             * Format: binary
             * @description mp3, wav, flac, m4a, ogg, opus or webm: 20 s to 10 min, at most 50 MiB
             */
            file: string;
            /** @default  */
            title?: string;
            /** @default  */
            artist?: string;
            /** @default  */
            genre?: string;
        };
        /** @description What a collection holds; counts by name. */
        Statistics: {
            saved: number;
            favourites: number;
            /** @description Entries that were practised at all. */
            practised: number;
            /**
             * Format: double
             * @description Of video.
             */
            minutes: number;
            /** Format: double */
            practised_minutes: number;
            difficulties: {
                [key: string]: number;
            };
            energies: {
                [key: string]: number;
            };
            styles: {
                [key: string]: number;
            };
            /** @description The most used first. */
            tags: {
                [key: string]: number;
            };
        };
        /**
         * @description * `running` - Running
         *     * `done` - Done
         *     * `refused` - Refused
         * @enum {string}
         */
        StepStatusEnum: "running" | "done" | "refused";
        /**
         * @description * `romantic` - Romantic
         *     * `energetic` - Energetic
         *     * `sensual` - Sensual
         *     * `playful` - Playful
         * @enum {string}
         */
        StyleEnum: "romantic" | "energetic" | "sensual" | "playful";
        /** @description A class at a glance. */
        Summary: {
            planned_minutes: number;
            item_minutes: number;
            /** @description Below zero: the parts take longer than the class. */
            left_minutes: number;
            moves: components["schemas"]["CoveredMove"][];
            categories: {
                [key: string]: number;
            };
            difficulties: {
                [key: string]: number;
            };
            hardest: components["schemas"]["DifficultyEnum"] | components["schemas"]["NullEnum"];
            missing: components["schemas"]["ClassGap"][];
        };
        /** @description A task with its result. */
        Task: {
            /** Format: uuid */
            task_id: string;
            kind: components["schemas"]["TaskKindEnum"];
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
            /**
             * @description Null: not found out yet.
             *
             *     * `beginner` - Beginner
             *     * `intermediate` - Intermediate
             *     * `advanced` - Advanced
             */
            difficulty: components["schemas"]["DifficultyEnum"] | components["schemas"]["NullEnum"];
            /**
             * @description Null: not found out yet.
             *
             *     * `low` - Low
             *     * `medium` - Medium
             *     * `high` - High
             */
            energy: components["schemas"]["EnergyEnum"] | components["schemas"]["NullEnum"];
            /**
             * @description Null: not found out yet.
             *
             *     * `romantic` - Romantic
             *     * `energetic` - Energetic
             *     * `sensual` - Sensual
             *     * `playful` - Playful
             */
            style: components["schemas"]["StyleEnum"] | components["schemas"]["NullEnum"];
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
            /**
             * Format: uuid
             * @description Null for what no conversation asked for.
             */
            readonly conversation_id: string | null;
            /** @description What the choreographer answers; empty until it does. */
            readonly reply: string;
            /** @description The reply asks something: the next sentence answers it. */
            readonly question: boolean;
            /** @description What was done for it so far, in order. */
            readonly reasoning: components["schemas"]["ReasoningStep"][];
            /** @description False: nobody serves the queue it waits in right now. */
            readonly worker_online: boolean;
            readonly result: components["schemas"]["Result"] | null;
            /** @description Of a completed task without a result: its plan, and how to have its video again. Else null. */
            readonly released: components["schemas"]["Released"] | null;
        };
        /** @description Why a task failed. */
        TaskError: {
            code: string;
            detail: string;
        };
        /**
         * @description * `generate` - Generate
         *     * `assemble` - Assemble
         *     * `describe` - Describe
         * @enum {string}
         */
        TaskKindEnum: "generate" | "assemble" | "describe";
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
            kind: components["schemas"]["TaskKindEnum"];
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
            /**
             * @description Null: not found out yet.
             *
             *     * `beginner` - Beginner
             *     * `intermediate` - Intermediate
             *     * `advanced` - Advanced
             */
            difficulty: components["schemas"]["DifficultyEnum"] | components["schemas"]["NullEnum"];
            /**
             * @description Null: not found out yet.
             *
             *     * `low` - Low
             *     * `medium` - Medium
             *     * `high` - High
             */
            energy: components["schemas"]["EnergyEnum"] | components["schemas"]["NullEnum"];
            /**
             * @description Null: not found out yet.
             *
             *     * `romantic` - Romantic
             *     * `energetic` - Energetic
             *     * `sensual` - Sensual
             *     * `playful` - Playful
             */
            style: components["schemas"]["StyleEnum"] | components["schemas"]["NullEnum"];
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
        /** @description What an instructor plans, and what came of it. */
        TeachingStatistics: {
            plans: number;
            minutes: number;
            upcoming: number;
            choreographies: number;
            levels: {
                [key: string]: number;
            };
            open_links: number;
            students: number;
            practised_minutes: number;
        };
        /** @description Minutes of today; the instructor sees them with your name. */
        TellPracticeRequest: {
            minutes: number;
        };
        /** @description How well the library can follow the tempo of a song. */
        TempoReach: {
            /** @description Moves that follow it within the usual stretch */
            moves: number;
            /** @description Moves that follow it within the widest stretch */
            moves_stretched: number;
            /**
             * Format: double
             * @description The slowest song the library can follow
             */
            slowest_bpm: number | null;
            /** Format: double */
            fastest_bpm: number | null;
        };
        /** @description One sentence and its answer. */
        Turn: {
            readonly number: number;
            readonly request: string;
            readonly reply: string;
            question: boolean;
            /**
             * Format: uuid
             * @description Null: the task was removed.
             */
            task_id: string | null;
            /** @description Of the task; null where it was removed. */
            readonly status: components["schemas"]["TaskStatusEnum"] | components["schemas"]["NullEnum"];
            /** Format: uuid */
            readonly choreography_id: string | null;
            /**
             * Format: uuid
             * @description The version of the plan that this turn made.
             */
            readonly blueprint_id: string | null;
            diff: components["schemas"]["ChangedPlace"][];
            readonly by_model: string;
            /** Format: date-time */
            readonly created_at: string;
        };
        /** @description An account as its owner sees it. */
        User: {
            /** Format: uuid */
            readonly id: string;
            /** Format: email */
            readonly email: string;
            readonly display_name: string;
            readonly role: components["schemas"]["AccountRoleEnum"];
            readonly preferences: components["schemas"]["Preferences"];
        };
        /** @description One version of a plan, without the plan. */
        Version: {
            /** Format: uuid */
            readonly id: string;
            readonly number: number;
            /** Format: uuid */
            parent_id: string | null;
            /** @description Null for the first version. */
            readonly change: components["schemas"]["Change"] | null;
            /** Format: date-time */
            readonly created_at: string;
        };
        /** @description The newest finished video; addresses are signed and good for an hour or more. */
        Video: {
            /** Format: uuid */
            task_id: string;
            video_url: string;
            poster_url: string;
            captions_url: string;
            /** Format: double */
            duration_s: number;
        };
        /** @description A sentence in the two languages of the pages. */
        Words: {
            en: string;
            es: string;
        };
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
        /**
         * Ban
         * @description A move that is not to be danced in this choreography.
         */
        EditBan: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "ban";
            /**
             * Move Id
             * @description A UUID, never a path.
             */
            move_id: string;
        };
        /**
         * Category
         * @description The kind of a move.
         * @enum {string}
         */
        EditCategory: "arm_styling" | "basic" | "bodywaves" | "bolero" | "cross_body_lead" | "footwork" | "golpes" | "hammerlock" | "headrolls" | "hiprolls" | "intros" | "ladyturn" | "outro" | "shadow" | "spin" | "style";
        /**
         * ChangeQuality
         * @description The same plan, its video made in another way.
         */
        EditChangeQuality: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "quality";
            /**
             * Quality
             * @enum {string}
             */
            quality: "fast" | "balanced" | "high_quality";
        };
        /**
         * Energy
         * @description How much movement there is, in rising order.
         * @enum {string}
         */
        EditEnergy: "low" | "medium" | "high";
        /**
         * Lock
         * @description Moves that no edit may change.
         */
        EditLock: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "lock";
            /** Segments */
            segments: number[];
        };
        /**
         * Renew
         * @description The same moves from today's clips, others on their counts where they are gone. Undo does it where it has to.
         */
        EditRenew: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "renew";
        };
        /**
         * Reorder
         * @description A move at another place; those between move up or down.
         */
        EditReorder: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "reorder";
            /**
             * Segment
             * @description Which move of the plan, from 0.
             */
            segment: number;
            /**
             * To
             * @description Which move of the plan, from 0.
             */
            to: number;
        };
        /**
         * Replan
         * @description A new plan with another seed; what is locked stays. Also the way on after the song's counts were corrected.
         */
        EditReplan: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "replan";
            /**
             * Seed
             * @description Null: the next seed.
             * @default null
             */
            seed?: number | null;
        };
        /**
         * ReplanFrom
         * @description A new plan from one move on, with another seed; what is locked stays.
         */
        EditReplanFrom: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "replan_from";
            /**
             * Segment
             * @description Which move of the plan, from 0.
             */
            segment: number;
            /**
             * Seed
             * @description Null: the next seed.
             * @default null
             */
            seed?: number | null;
        };
        /**
         * SectionEnergy
         * @description Another energy for one section of the song.
         */
        EditSectionEnergy: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "section_energy";
            /**
             * Section
             * @description Which section of the plan, from 0.
             */
            section: number;
            energy: components["schemas"]["EditEnergy"];
        };
        /**
         * Swap
         * @description Another move on the same counts. Only `harder` and a named `move` may lie above the wished difficulty.
         */
        EditSwap: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "swap";
            /**
             * Segment
             * @description Which move of the plan, from 0.
             */
            segment: number;
            /**
             * To
             * @enum {string}
             */
            to: "harder" | "easier" | "same_kind" | "category" | "move" | "any";
            /**
             * @description With `to: category`.
             * @default null
             */
            category?: components["schemas"]["EditCategory"] | null;
            /**
             * Move Id
             * @description With `to: move`.
             * @default null
             */
            move_id?: string | null;
        };
        /**
         * Unban
         * @description A move that may be danced again; the plan stays until it is planned anew.
         */
        EditUnban: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "unban";
            /**
             * Move Id
             * @description A UUID, never a path.
             */
            move_id: string;
        };
        /**
         * Unlock
         * @description Moves that edits may change again.
         */
        EditUnlock: {
            /**
             * Blueprint Id
             * @description The version that was seen; any but the current one answers 409.
             */
            blueprint_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "unlock";
            /** Segments */
            segments: number[];
        };
        Edit: components["schemas"]["EditSwap"] | components["schemas"]["EditLock"] | components["schemas"]["EditUnlock"] | components["schemas"]["EditBan"] | components["schemas"]["EditUnban"] | components["schemas"]["EditReorder"] | components["schemas"]["EditSectionEnergy"] | components["schemas"]["EditReplanFrom"] | components["schemas"]["EditReplan"] | components["schemas"]["EditRenew"] | components["schemas"]["EditChangeQuality"];
        /**
         * Counts
         * @description All of it with the counts in the picture, from the count-in on, and the names of the moves.
         */
        WantedRenditionCounts: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "counts";
            /**
             * Names
             * @default true
             */
            names?: boolean;
        };
        /**
         * MoveOf
         * @description One move of it.
         */
        WantedRenditionMoveOf: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "move";
            /**
             * Segment
             * @description Which move of the plan, from 0.
             */
            segment: number;
            /**
             * Rate
             * @default 1
             */
            rate?: number;
        };
        /**
         * PhraseOf
         * @description Eight counts of it.
         */
        WantedRenditionPhraseOf: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "phrase";
            /**
             * Phrase
             * @description Which phrase of the dance, from 0.
             */
            phrase: number;
            /**
             * Rate
             * @default 1
             */
            rate?: number;
        };
        /**
         * Preview
         * @description A moving picture of a few seconds without sound, 320 px wide (WebP).
         */
        WantedRenditionPreview: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "preview";
        };
        /**
         * Share
         * @description A small copy to send: 480 lines, about 8 MB a minute.
         */
        WantedRenditionShare: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "share";
        };
        /**
         * Slower
         * @description All of it more slowly, the sound at its pitch.
         */
        WantedRenditionSlower: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "slower";
            /** Rate */
            rate: number;
        };
        WantedRendition: components["schemas"]["WantedRenditionSlower"] | components["schemas"]["WantedRenditionPhraseOf"] | components["schemas"]["WantedRenditionMoveOf"] | components["schemas"]["WantedRenditionShare"] | components["schemas"]["WantedRenditionPreview"] | components["schemas"]["WantedRenditionCounts"];
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    open_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["AssignedPlan"];
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
    open_class_dance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                token: string;
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
                    "application/json": components["schemas"]["AssignedDance"];
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
    own_class_practice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["OwnPractice"][];
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
    tell_class_practice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TellPracticeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPractice"];
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
    take_class_practice_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
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
    close_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordConfirmationRequest"];
            };
        };
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
    export_account: {
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
                    "application/json": {
                        [key: string]: unknown;
                    };
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
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeRequest"];
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
    reset_delivery: {
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
                    "application/json": components["schemas"]["Delivery"];
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
    ask_for_reset_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetLinkRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
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
    set_new_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasswordRequest"];
            };
        };
        responses: {
            /** @description It is set */
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
    list_sessions: {
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
                    "application/json": components["schemas"]["Device"][];
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
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
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
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
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
    get_blueprint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                blueprint_id: string;
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
                    "application/json": components["schemas"]["BlueprintVersion"];
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
    assemble_blueprint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                blueprint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The video of this plan exists already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
                };
            };
            /** @description The video is being made: poll. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
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
    diff_blueprints: {
        parameters: {
            query: {
                /** @description The other version */
                to: string;
            };
            header?: never;
            path: {
                blueprint_id: string;
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
                    "application/json": components["schemas"]["Diff"];
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
    list_choreographies: {
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
                    "application/json": components["schemas"]["PaginatedChoreographyList"];
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
    get_choreography: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                choreography_id: string;
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
                    "application/json": components["schemas"]["ChoreographyDetail"];
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
    delete_choreography: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                choreography_id: string;
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
    assemble_choreography: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                choreography_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AssembleRequest"];
            };
        };
        responses: {
            /** @description The video of this plan exists already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
                };
            };
            /** @description The video is being made: poll. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
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
    edit_choreography: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                choreography_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Edit"];
            };
        };
        responses: {
            /** @description The video of this plan exists already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
                };
            };
            /** @description The video is being made: poll. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
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
    redo_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                choreography_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SeenVersionRequest"];
            };
        };
        responses: {
            /** @description The video of this plan exists already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
                };
            };
            /** @description The video is being made: poll. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
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
    list_alternatives: {
        parameters: {
            query?: {
                /**
                 * @description * `arm_styling` - Arm Styling
                 *     * `basic` - Basic
                 *     * `bodywaves` - Bodywaves
                 *     * `bolero` - Bolero
                 *     * `cross_body_lead` - Cross Body Lead
                 *     * `footwork` - Footwork
                 *     * `golpes` - Golpes
                 *     * `hammerlock` - Hammerlock
                 *     * `headrolls` - Headrolls
                 *     * `hiprolls` - Hiprolls
                 *     * `intros` - Intros
                 *     * `ladyturn` - Ladyturn
                 *     * `outro` - Outro
                 *     * `shadow` - Shadow
                 *     * `spin` - Spin
                 *     * `style` - Style
                 */
                category?: "arm_styling" | "basic" | "bodywaves" | "bolero" | "cross_body_lead" | "footwork" | "golpes" | "hammerlock" | "headrolls" | "hiprolls" | "intros" | "ladyturn" | "outro" | "shadow" | "spin" | "style";
                /**
                 * @description * `beginner` - Beginner
                 *     * `intermediate` - Intermediate
                 *     * `advanced` - Advanced
                 */
                difficulty?: "beginner" | "intermediate" | "advanced";
                limit?: number;
            };
            header?: never;
            path: {
                choreography_id: string;
                index: number;
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
                    "application/json": components["schemas"]["Alternatives"];
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
    undo_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                choreography_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SeenVersionRequest"];
            };
        };
        responses: {
            /** @description The video of this plan exists already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
                };
            };
            /** @description The video is being made: poll. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAccepted"];
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
    list_conversations: {
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
                    "application/json": components["schemas"]["PaginatedConversationList"];
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
    get_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
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
                    "application/json": components["schemas"]["ConversationDetail"];
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
    forget_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
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
    describe: {
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
                "application/json": components["schemas"]["DescribeRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Described"];
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
    list_moves: {
        parameters: {
            query?: {
                /**
                 * @description * `arm_styling` - Arm Styling
                 *     * `basic` - Basic
                 *     * `bodywaves` - Bodywaves
                 *     * `bolero` - Bolero
                 *     * `cross_body_lead` - Cross Body Lead
                 *     * `footwork` - Footwork
                 *     * `golpes` - Golpes
                 *     * `hammerlock` - Hammerlock
                 *     * `headrolls` - Headrolls
                 *     * `hiprolls` - Hiprolls
                 *     * `intros` - Intros
                 *     * `ladyturn` - Ladyturn
                 *     * `outro` - Outro
                 *     * `shadow` - Shadow
                 *     * `spin` - Spin
                 *     * `style` - Style
                 */
                category?: "arm_styling" | "basic" | "bodywaves" | "bolero" | "cross_body_lead" | "footwork" | "golpes" | "hammerlock" | "headrolls" | "hiprolls" | "intros" | "ladyturn" | "outro" | "shadow" | "spin" | "style";
                /**
                 * @description * `beginner` - Beginner
                 *     * `intermediate` - Intermediate
                 *     * `advanced` - Advanced
                 */
                difficulty?: "beginner" | "intermediate" | "advanced";
                /**
                 * @description * `low` - Low
                 *     * `medium` - Medium
                 *     * `high` - High
                 */
                energy?: "low" | "medium" | "high";
                /** @description Only moves of one's own */
                mine?: boolean;
                /**
                 * @description * `name` - name
                 *     * `-name` - -name
                 *     * `category` - category
                 *     * `-category` - -category
                 *     * `difficulty` - difficulty
                 *     * `-difficulty` - -difficulty
                 *     * `energy` - energy
                 *     * `-energy` - -energy
                 *     * `tempo_bpm` - tempo_bpm
                 *     * `-tempo_bpm` - -tempo_bpm
                 *     * `duration_s` - duration_s
                 *     * `-duration_s` - -duration_s
                 *     * `quality` - quality
                 *     * `-quality` - -quality
                 *     * `created_at` - created_at
                 *     * `-created_at` - -created_at
                 */
                ordering?: "name" | "-name" | "category" | "-category" | "difficulty" | "-difficulty" | "energy" | "-energy" | "tempo_bpm" | "-tempo_bpm" | "duration_s" | "-duration_s" | "quality" | "-quality" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description Words of name or notes */
                search?: string;
                /**
                 * @description Of one's own moves; staff of any
                 *
                 *     * `published` - Published
                 *     * `flagged` - Flagged
                 */
                status?: "published" | "flagged";
                /**
                 * @description * `romantic` - Romantic
                 *     * `energetic` - Energetic
                 *     * `sensual` - Sensual
                 *     * `playful` - Playful
                 */
                style?: "romantic" | "energetic" | "sensual" | "playful";
                tempo_max?: number;
                tempo_min?: number;
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
                    "application/json": components["schemas"]["PaginatedMoveList"];
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
    get_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                move_id: string;
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
                    "application/json": components["schemas"]["MoveDetail"];
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
    explain_move: {
        parameters: {
            query?: {
                /**
                 * @description Without it: that of one's preferences
                 *
                 *     * `en` - en
                 *     * `es` - es
                 */
                language?: "en" | "es";
            };
            header?: never;
            path: {
                move_id: string;
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
                    "application/json": components["schemas"]["Explanation"];
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
    similar_moves: {
        parameters: {
            query?: {
                limit?: number;
                /**
                 * @description * `all` - all
                 *     * `pose` - pose
                 *     * `lead` - lead
                 *     * `follow` - follow
                 *     * `interaction` - interaction
                 *     * `audio` - audio
                 *     * `text` - text
                 */
                modality?: "all" | "pose" | "lead" | "follow" | "interaction" | "audio" | "text";
            };
            header?: never;
            path: {
                move_id: string;
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
                    "application/json": components["schemas"]["SimilarMove"][];
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
    move_coverage: {
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
                    "application/json": components["schemas"]["Coverage"];
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
                /** @description Moves to show */
                limit?: number;
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
    move_statistics: {
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
                    "application/json": components["schemas"]["RepertoireStatistics"];
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
                genre?: string;
                /** @description Only songs of one's own */
                mine?: boolean;
                /**
                 * @description * `title` - title
                 *     * `-title` - -title
                 *     * `artist` - artist
                 *     * `-artist` - -artist
                 *     * `tempo_bpm` - tempo_bpm
                 *     * `-tempo_bpm` - -tempo_bpm
                 *     * `duration_s` - duration_s
                 *     * `-duration_s` - -duration_s
                 *     * `created_at` - created_at
                 *     * `-created_at` - -created_at
                 */
                ordering?: "title" | "-title" | "artist" | "-artist" | "tempo_bpm" | "-tempo_bpm" | "duration_s" | "-duration_s" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description Words of title or artist */
                search?: string;
                tempo_max?: number;
                tempo_min?: number;
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
    upload_song: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["SongUploadRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SongImport"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SongImport"];
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
    get_song: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                song_id: string;
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
                    "application/json": components["schemas"]["SongDetail"];
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
    delete_song: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                song_id: string;
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
    rename_song: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                song_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedSongWordsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SongDetail"];
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
    correct_song: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                song_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SongDetail"];
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
    clear_song_corrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                song_id: string;
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
                    "application/json": components["schemas"]["SongDetail"];
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
    undo_song_correction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                song_id: string;
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
                    "application/json": components["schemas"]["SongDetail"];
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
    song_addresses: {
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
                    "application/json": components["schemas"]["SongAddresses"];
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
    song_from_url: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SongFromUrlRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SongImport"];
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
    list_song_imports: {
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
                    "application/json": components["schemas"]["PaginatedSongImportList"];
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
    get_song_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
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
                    "application/json": components["schemas"]["SongImport"];
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
    forget_song_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
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
    list_tasks: {
        parameters: {
            query?: {
                /** @description True: unfinished ones */
                active?: boolean | null;
                /**
                 * @description * `generate` - Generate
                 *     * `assemble` - Assemble
                 *     * `describe` - Describe
                 */
                kind?: "generate" | "assemble" | "describe";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `queued` - Queued
                 *     * `processing` - Processing
                 *     * `completed` - Completed
                 *     * `failed` - Failed
                 *     * `cancelled` - Cancelled
                 */
                status?: "queued" | "processing" | "completed" | "failed" | "cancelled";
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
    list_renditions: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
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
                    "application/json": components["schemas"]["PaginatedRenditionList"];
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
    request_rendition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WantedRendition"];
            };
        };
        responses: {
            /** @description The file exists already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rendition"];
                };
            };
            /** @description The file is being made: poll. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rendition"];
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
    get_rendition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rendition_id: string;
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
                    "application/json": components["schemas"]["Rendition"];
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
    delete_rendition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rendition_id: string;
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
    list_class_plans: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
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
                    "application/json": components["schemas"]["PaginatedPlanSummaryList"];
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
    create_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePlanRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
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
    get_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
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
                    "application/json": components["schemas"]["Plan"];
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
    remove_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
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
    change_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangePlanRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
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
    list_assignments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
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
                    "application/json": components["schemas"]["Assignment"][];
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
    assign_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AskAssignmentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAssignment"];
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
    close_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
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
    duplicate_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
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
    add_class_plan_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddItemRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanItem"];
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
    remove_class_plan_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                plan_id: string;
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
    change_class_plan_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangeItemRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanItem"];
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
    reorder_class_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
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
    list_practised: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path: {
                plan_id: string;
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
                    "application/json": components["schemas"]["PaginatedPractisedList"];
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
    class_plan_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
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
                    "application/json": components["schemas"]["Summary"];
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
    class_plan_pdf: {
        parameters: {
            query?: {
                language?: "en" | "es";
            };
            header?: never;
            path: {
                signed: string;
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
                    "application/pdf": string;
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
    print_class_plan: {
        parameters: {
            query?: {
                language?: "en" | "es";
            };
            header?: never;
            path: {
                signed: string;
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
                    "text/html": string;
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
    teaching_statistics: {
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
                    "application/json": components["schemas"]["TeachingStatistics"];
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
    list_collection: {
        parameters: {
            query?: {
                choreography_id?: string;
                /**
                 * @description * `beginner` - Beginner
                 *     * `intermediate` - Intermediate
                 *     * `advanced` - Advanced
                 */
                difficulty?: "beginner" | "intermediate" | "advanced";
                /**
                 * @description * `low` - Low
                 *     * `medium` - Medium
                 *     * `high` - High
                 */
                energy?: "low" | "medium" | "high";
                favourite?: boolean | null;
                /**
                 * @description * `newest` - newest
                 *     * `oldest` - oldest
                 *     * `title` - title
                 *     * `song` - song
                 *     * `difficulty` - difficulty
                 *     * `practised` - practised
                 */
                ordering?: "newest" | "oldest" | "title" | "song" | "difficulty" | "practised";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description First day (UTC) */
                saved_from?: string;
                /** @description Last day (UTC) */
                saved_until?: string;
                /** @description Words of title, song, notes, tags */
                search?: string;
                song_id?: string;
                /**
                 * @description * `romantic` - Romantic
                 *     * `energetic` - Energetic
                 *     * `sensual` - Sensual
                 *     * `playful` - Playful
                 */
                style?: "romantic" | "energetic" | "sensual" | "playful";
                /** @description Entries that have all of these */
                tag?: string[];
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
                    "application/json": components["schemas"]["PaginatedSavedList"];
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
    save_choreography: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
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
    get_saved: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
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
                    "application/json": components["schemas"]["Saved"];
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
    remove_saved: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
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
    change_saved: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangeSavedRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
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
    list_loops: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
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
                    "application/json": components["schemas"]["Loop"][];
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
    add_loop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoopRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loop"];
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
    remove_loop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loop_id: string;
                saved_id: string;
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
    change_loop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loop_id: string;
                saved_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedLoopRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loop"];
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
    practise_saved: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PracticeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
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
    list_shares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
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
                    "application/json": components["schemas"]["Share"][];
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
    share_saved: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AskShareRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewShare"];
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
    revoke_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_id: string;
                share_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
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
    remove_several_saved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
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
    tag_several_saved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkTagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
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
    collection_statistics: {
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
                    "application/json": components["schemas"]["Statistics"];
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
    list_unsaved: {
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
    open_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["Shared"];
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
