import { Navigate, type RouteObject } from "react-router";
import { ForGuests, ForMembers } from "./guards";
import { Frame } from "./layout/Frame";
import { OpenFrame } from "./layout/OpenFrame";
import { BrokenPage } from "./pages/BrokenPage";
import { DancePage } from "./pages/DancePage";
import { ForgotPasswordPage } from "./pages/ForgotPasswordPage";
import { KeptDancePage } from "./pages/KeptDancePage";
import { KeptPage } from "./pages/KeptPage";
import { NewPasswordPage } from "./pages/NewPasswordPage";
import { NotFoundPage } from "./pages/NotFoundPage";
import { SavedPage } from "./pages/SavedPage";
import { SignInPage } from "./pages/SignInPage";
import { SignUpPage } from "./pages/SignUpPage";

/** Every address of the app. Pages that one may not open come later; a kept dance opens where nothing can. */
export const routes: RouteObject[] = [
  {
    errorElement: <BrokenPage />,
    children: [
      {
        element: <ForGuests />,
        children: [
          { path: "/sign-in", element: <SignInPage /> },
          { path: "/sign-up", element: <SignUpPage /> },
          { path: "/forgot-password", element: <ForgotPasswordPage /> },
        ],
      },
      { path: "/new-password", element: <NewPasswordPage /> },
      {
        element: <Frame />,
        hydrateFallbackElement: <></>,
        children: [
          { path: "/kept", element: <KeptPage /> },
          { path: "/kept/:taskId", element: <KeptDancePage /> },
        ],
      },
      {
        element: <OpenFrame />,
        hydrateFallbackElement: <></>,
        children: [
          { path: "/share/:token", lazy: () => import("./pages/SharePage") },
          { path: "/class/:token", lazy: () => import("./pages/OpenClassPage") },
          { path: "/class/:token/:itemId", lazy: () => import("./pages/OpenClassDancePage") },
        ],
      },
      {
        element: <ForMembers />,
        children: [
          {
            element: <Frame />,
            hydrateFallbackElement: <></>,
            children: [
              { index: true, element: <Navigate to="/dance" replace /> },
              { path: "/dance", element: <DancePage /> },
              { path: "/dance/:taskId", lazy: () => import("./pages/TaskPage") },
              { path: "/chat/:conversationId?", lazy: () => import("./pages/ChatPage") },
              { path: "/songs/:songId", lazy: () => import("./pages/SongPage") },
              { path: "/library", lazy: () => import("./pages/LibraryPage") },
              { path: "/library/numbers", lazy: () => import("./pages/LibraryNumbersPage") },
              { path: "/library/:moveId", lazy: () => import("./pages/MovePage") },
              { path: "/saved", element: <SavedPage /> },
              { path: "/classes", lazy: () => import("./pages/ClassesPage") },
              { path: "/classes/:planId", lazy: () => import("./pages/ClassPage") },
              { path: "/profile", lazy: () => import("./pages/ProfilePage") },
              { path: "*", element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
];
