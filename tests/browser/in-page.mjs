/**
 * What the tests ask of a page, run in the page: plain JavaScript, because the project's types know no browser.
 */
globalThis.inPage = {
  /**
   * Lists every text with its colour and that of what it stands on: in HTML the nearest background that is not transparent,
   * in a drawing the last filled box that is drawn before the text and lies under its middle.
   */
  listTexts,

  isWiderThanScreen: () => document.documentElement.scrollWidth > document.documentElement.clientWidth,

  /** Texts of a drawing that reach over its edge, those of a container over the edge of its card. */
  listOutside() {
    const drawing = document.documentElement;
    return [...document.querySelectorAll('text')]
      .filter((text) => {
        const card = text.closest('[data-container]')?.querySelector('rect') ?? drawing;
        const frame = card.getBoundingClientRect();
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom;
      })
      .map(({ textContent }) => textContent);
  },

  /** Texts of a drawing that lie on another; the boxes of two lines may touch. */
  listOverlapping() {
    const texts = [...document.querySelectorAll('text')];
    const boxes = texts.map((text) => text.getBoundingClientRect());
    return texts.flatMap(({ textContent }, i) =>
      boxes.slice(0, i).some((box) => meets(box, boxes[i])) ? [textContent] : [],
    );
  },

  /** Paths in a table that are broken over two lines. */
  listBrokenPaths: () =>
    [...document.querySelectorAll('td > code')]
      .filter((code) => code.textContent?.startsWith('/') && code.getClientRects().length > 1)
      .map(({ textContent }) => textContent),
};

const meets = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;

function listTexts() {
  const ownText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

  const isSolid = (colour) => colour !== 'none' && !/^rgba\(.*, 0\)$/.test(colour);

  const groundInDrawing = (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const under = [...(text.closest('svg')?.querySelectorAll('rect') ?? [])].filter((rect) => {
      const box = rect.getBoundingClientRect();
      const isBefore = rect.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      return (
        isBefore &&
        isSolid(getComputedStyle(rect).fill) &&
        box.left <= x &&
        x <= box.right &&
        box.top <= y &&
        y <= box.bottom
      );
    });
    const last = under.at(-1);
    return last ? getComputedStyle(last).fill : 'none';
  };

  const groundInPage = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (isSolid(backgroundColor)) return backgroundColor;
    }
    return 'none';
  };

  const drawn = [...document.querySelectorAll('svg text')].map((element) => ({
    text: element.textContent ?? '',
    colour: getComputedStyle(element).fill,
    ground: groundInDrawing(element),
  }));
  const written = [...document.querySelectorAll('body *')]
    .filter((element) => !element.closest('svg') && ownText(element))
    .map((element) => ({
      text: element.textContent ?? '',
      colour: getComputedStyle(element).color,
      ground: groundInPage(element),
    }));
  return [...drawn, ...written];
}
