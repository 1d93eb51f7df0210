// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { hideLostPictures } from "./lost-pictures";
import { Poster } from "./Poster";

it("hides a picture that does not come, and shows it once it does", () => {
  const stop = hideLostPictures();
  render(<Poster url="/media/poster.jpg" />);
  const picture = screen.getByAltText("");
  fireEvent.error(picture);
  expect(picture).toHaveAttribute("data-lost");
  fireEvent.load(picture);
  expect(picture).not.toHaveAttribute("data-lost");
  stop();
});
