// What a reader would see go wrong: text that leaves its picture, its column or the window, and texts that touch.
(() => {
  const faults = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width + 1) {
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`)
  }
  const isShown = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden"
  for (const svg of document.querySelectorAll("svg")) {
    if (!isShown(svg)) continue
    const frame = svg.getBoundingClientRect()
    const texts = [...svg.querySelectorAll("text:not([aria-hidden])")].map(text => {
      const box = text.getBoundingClientRect()
      return { words: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom }
    })
    texts.forEach((text, place) => {
      // A box is as high as the font allows for; letters stay some pixels within it.
      if (text.left < frame.left - 1 || text.right > frame.right + 1 || text.top < frame.top - 4
        || text.bottom > frame.bottom + 4) {
        faults.push(`"${text.words}" leaves its picture`)
      }
      for (const other of texts.slice(place + 1)) {
        // Boxes are as high as the font allows for; letters of neighbouring lines do not fill them.
        const across = Math.min(text.right, other.right) - Math.max(text.left, other.left)
        const along = Math.min(text.bottom, other.bottom) - Math.max(text.top, other.top)
        if (across > 1 && along > 3.5) faults.push(`"${text.words}" touches "${other.words}"`)
      }
    })
  }
  for (const element of document.querySelectorAll("h1,h2,h3,p,li,dt,dd,figcaption,caption,summary,td,th")) {
    if (!isShown(element)) continue
    // On a phone the heads of columns are there for screen readers only; each cell names its own.
    const head = element.closest("thead")
    if (head && getComputedStyle(head).clipPath !== "none") continue
    const scroll = element.closest(".scroll")
    const range = document.createRange()
    range.selectNodeContents(element)
    for (const box of range.getClientRects()) {
      if (box.right > width + 1) faults.push(`"${element.textContent.slice(0, 60)}" leaves the window`)
    }
    if (scroll && scroll.scrollWidth > scroll.clientWidth + 1) {
      faults.push(`the table "${scroll.querySelector("caption").textContent}" is ${scroll.scrollWidth} wide in ${scroll.clientWidth}`)
    }
    if (!scroll && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible") {
      faults.push(`"${element.textContent.slice(0, 60)}" is clipped`)
    }
  }
  return [...new Set(faults)]
})()
