import './tokens.css'
import './kit.css'
import './notes.css'
import './slidev-ui.css'
